//! A request body that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "request-body-removed",
        summary: "An operation takes no request body any more.",
        rationale: "Request: what an old client sends is ignored or refused. Source: the argument \
                    or setter is gone.",
        inverse: "request-body-added",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
        "{}",
        &["request-body-removed (breaking, none, breaking) optional request body is gone, was \
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
