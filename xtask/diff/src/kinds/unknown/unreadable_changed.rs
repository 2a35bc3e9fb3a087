//! A value in place of an object, or a reference that leads to none.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "unreadable-changed",
        summary: "Where OpenAPI has an object, one of the documents has something else, or a \
                  reference to another file or to nothing; and the documents do not say the same \
                  there.",
        rationale: "What it means is unknown here, so it counts as breaking until somebody looks \
                    at it.",
        inverse: "unreadable-changed",
    },
    check: Check::Unreadable(check),
    cases: &[
        Case::operation(
            "responses: {'200': {$ref: 'other.yaml#/A'}}",
            "responses: {'200': {$ref: 'other.yaml#/B'}}",
            &["unreadable-changed (breaking, breaking, breaking) value was \
               {\"$ref\":\"other.yaml#/A\"}, is {\"$ref\":\"other.yaml#/B\"}"],
        ),
        Case::operation(
            "responses: {'200': {$ref: 'other.yaml#/A'}}",
            "responses: {'200': {$ref: 'other.yaml#/A'}}",
            &[],
        ),
    ],
};

fn check<'d>(pair: &ValuePair<'d>, changes: &mut Changes<'d>) {
    if !is_same(pair.base, pair.head) {
        changes.add(
            "value",
            (Some(shown(pair.base)), Some(shown(pair.head))),
            (Location::at(pair.base), Location::at(pair.head)),
            Impact::UNKNOWN,
        );
    }
}
