//! A request body that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "request-body-removed",
        summary: "The request body of an operation was removed.",
        rationale: "Request: the server ignores or rejects the body that an old client sends. \
                    Source: the argument or setter was removed.",
        inverse: "request-body-added",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        "{}",
        &["request-body-removed (breaking, none, breaking) optional request body was removed: \
           application/json"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (Some(removed), None) =
        (pair.base.node.get("requestBody"), pair.head.node.get("requestBody"))
    else {
        return;
    };
    let body = removed.resolve().unwrap_or(removed);
    changes.add(
        bodies::subject(body),
        (Some(bodies::media_types(body)), None),
        (Location::at(removed), Location::missing_in(pair.head.node)),
        bodies::in_rust(pair.context, body).impact(Level::Breaking, Level::Breaking),
    );
}
