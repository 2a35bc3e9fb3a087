//! A request body where there was none.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "request-body-added",
        summary: "A request body was added to an operation.",
        rationale: "Request: an old client sends no request body; the server rejects that if the \
                    body is required. Source: a required request body is an argument, an \
                    optional one a setter.",
        inverse: "request-body-removed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "{}",
            "requestBody: {content: {application/json: {schema: {type: string}}}}",
            &[
                "request-body-added (compatible, none, compatible) optional request body was added: \
               application/json",
            ],
        ),
        Case::operation(
            "{}",
            "requestBody: {required: true, content: {text/plain: {}}}",
            &["request-body-added (breaking, none, breaking) required request body was added: \
               text/plain"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (None, Some(added)) =
        (pair.base.node.get("requestBody"), pair.head.node.get("requestBody"))
    else {
        return;
    };
    let body = added.resolve().unwrap_or(added);
    let level = match is_required(body) {
        true => Level::Breaking,
        false => Level::Compatible,
    };
    changes.add(
        bodies::subject(body),
        (None, Some(bodies::media_types(body))),
        (Location::missing_in(pair.base.node), Location::at(added)),
        bodies::in_rust(pair.context, body).impact(level, level),
    );
}
