//! A response with a status that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-removed",
        summary: "An operation has no response with a status any more.",
        rationale: "Response: an old client waits for the success that is gone. An error that does \
                    not come any more harms nobody, but code for it is never run. Where `4XX` or \
                    `default` is for the status now, the two responses are compared. Source: \
                    without a success there is no type of the response.",
        inverse: "response-added",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A.}, '404': {description: No a.}}",
            "responses: {'200': {description: A.}}",
            &["response-removed (none, compatible, none) status is gone, was 404"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}, '202': {description: Later.}}",
            "responses: {'200': {description: A.}}",
            &["response-removed (none, breaking, none) status is gone, was 202"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let response = Context::of(pair.context.direction.reverse()).with_rust_type();
    for (status, removed) in matching::responses(pair).removed {
        let covered = pair.covered(removed);
        let level = match covered {
            Some(covered) => Level::breaking_unless(covered.adds_none),
            None => Level::breaking_unless(!status.starts_with(['2', '3'])),
        };
        let has_json = |node: Node| node.resolve().ok().and_then(spec::json_content).is_some();
        let others = matching::responses(pair).matched;
        let only =
            !others.iter().any(|((status, _), _)| rust_type::is_typed_response(pair.base, status));
        let typed = rust_type::is_typed_response(pair.base, status) && has_json(removed) && only;
        changes.add(
            "status",
            (Some(responses::beside(status, covered.map(|covered| covered.head.0))), None),
            (Location::at(removed), member(pair.head.node, "responses").around()),
            response.impact(level, Level::breaking_if(typed)),
        );
    }
}
