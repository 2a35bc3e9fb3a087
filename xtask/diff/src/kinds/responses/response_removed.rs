//! A response with a status that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-removed",
        summary: "An operation has no response with a status any more.",
        rationale: "Response: an old client waits for the success that is gone. An error that does \
                    not come any more harms nobody, but code for it is never run.",
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
    let response = Context::of(pair.context.direction.reverse());
    for (status, removed) in matching::responses(pair).removed {
        let level =
            if status.starts_with(['2', '3']) { Level::Breaking } else { Level::Compatible };
        changes.add(
            "status",
            (Some(status.to_owned()), None),
            (Location::at(removed), member(pair.head.node, "responses").around()),
            response.impact(level, Level::None),
        );
    }
}
