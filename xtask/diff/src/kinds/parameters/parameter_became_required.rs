//! A parameter that was optional and is required.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-became-required",
        summary: "A parameter is now required.",
        rationale: "Request: the server rejects a request of an old client without the parameter. \
                    Source: a setter becomes an argument.",
        inverse: "parameter-became-optional",
    },
    check: Check::Object(&[ObjectKind::Parameter], check),
    cases: &[Case::operation(
        "parameters: [{name: a, in: query, schema: {type: string}}]",
        "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
        &["parameter-became-required (breaking, none, breaking) parameter `a` was optional, is \
           required"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = (pair.base.anchor(), pair.head.anchor());
    if !is_required(base) && is_required(head) {
        changes.add(
            format!("parameter `{}`", text(head, "name")),
            (Some("optional".into()), Some("required".into())),
            pair.locations_of("required"),
            pair.context.impact(Level::Breaking, Level::Breaking),
        );
    }
}
