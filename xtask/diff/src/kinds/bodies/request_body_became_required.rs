//! A request body that was optional and is required.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "request-body-became-required",
        summary: "A request body is now required.",
        rationale: "Request: the server rejects a request of an old client without a body. \
                    Source: a setter becomes an argument.",
        inverse: "request-body-became-optional",
    },
    check: Check::Object(&[ObjectKind::RequestBody], check),
    cases: &[Case::operation(
        "requestBody: {content: {}}",
        "requestBody: {required: true, content: {}}",
        &["request-body-became-required (breaking, none, breaking) request body was optional, is \
           required"],
    )],
};

fn check<'d>(pair: &ObjectPair<'d>, changes: &mut Changes<'d>) {
    if !is_required(pair.base.anchor()) && is_required(pair.head.anchor()) {
        changes.add(
            "request body",
            (Some("optional".into()), Some("required".into())),
            pair.locations_of("required"),
            pair.context.impact(Level::Breaking, Level::Breaking),
        );
    }
}
