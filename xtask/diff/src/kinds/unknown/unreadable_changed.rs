//! A value in place of an object, or a reference that leads to none.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "unreadable-changed",
        summary: "One of the documents has a value of another type where OpenAPI requires an \
                  object, or a reference to another file or to a missing object; and the \
                  documents differ there.",
        rationale: "diff does not know what it means, so the change counts as breaking until you \
                    check it.",
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
