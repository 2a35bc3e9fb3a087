//! A component that nothing refers to.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "component-unused-changed",
        summary: "A named parameter, request body, response, header or link that no operation \
                  refers to changed.",
        rationale: "No client is affected, because the component is not sent and has no Rust \
                    type.",
        inverse: "component-unused-changed",
    },
    check: Check::Unused(check),
    cases: &[Case::document(
        "components: {parameters: {A: {name: a, in: query, schema: {type: string}}}}",
        "components: {parameters: {A: {name: b, in: query, schema: {type: string}}}}",
        &["component-unused-changed (none, none, none) component `A` was \
           {\"name\":\"a\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}}, is \
           {\"name\":\"b\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}}"],
    )],
};

fn check<'d>(pair: &ValuePair<'d>, changes: &mut Changes<'d>) {
    if !is_same(pair.base, pair.head) {
        let subject = format!("component `{}`", pair.head.key().unwrap_or_default());
        let values = (Some(shown(pair.base)), Some(shown(pair.head)));
        changes.add(
            subject,
            values,
            (Location::at(pair.base), Location::at(pair.head)),
            Impact::NONE,
        );
    }
}
