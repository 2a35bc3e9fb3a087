//! A parameter that was required and is optional.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "parameter-became-optional",
        summary: "A parameter is no longer required.",
        rationale: "Request: old clients still send it. Source: an argument becomes a setter.",
        inverse: "parameter-became-required",
    },
    check: Check::Object(&[ObjectKind::Parameter], check),
    cases: &[Case::operation(
        "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
        "parameters: [{name: a, in: query, schema: {type: string}}]",
        &["parameter-became-optional (compatible, none, breaking) parameter `a` was required, is \
           optional"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    let (base, head) = (pair.base.anchor(), pair.head.anchor());
    if is_required(base) && !is_required(head) {
        changes.add(
            format!("parameter `{}`", text(head, "name")),
            (Some("required".into()), Some("optional".into())),
            pair.locations_of("required"),
            pair.context.impact(Level::Compatible, Level::Breaking),
        );
    }
}
