//! A request body that was required and is optional.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "request-body-became-optional",
        summary: "A request body is no longer required.",
        rationale: "Request: old clients still send it. Source: an argument becomes a setter.",
        inverse: "request-body-became-required",
    },
    check: Check::Object(&[ObjectKind::RequestBody], check),
    cases: &[Case::operation(
        "requestBody: {required: true, content: {}}",
        "requestBody: {content: {}}",
        &[
            "request-body-became-optional (compatible, none, breaking) request body was required, is \
           optional",
        ],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    if is_required(pair.base.anchor()) && !is_required(pair.head.anchor()) {
        changes.add(
            "request body",
            (Some("required".into()), Some("optional".into())),
            pair.locations_of("required"),
            pair.context.impact(Level::Compatible, Level::Breaking),
        );
    }
}
