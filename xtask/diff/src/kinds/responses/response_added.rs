//! A response with a status that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-added",
        summary: "An operation has a response with one more status.",
        rationale: "Response: an old client takes a new success for one without the documented \
                    content, and a new error for any error of its class.",
        inverse: "response-removed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A.}, '404': {description: No a.}}",
            &["response-added (none, compatible, none) status is new: 404"],
        ),
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'200': {description: A.}, '202': {description: Later.}}",
            &["response-added (none, risky, none) status is new: 202"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let response = Context::of(pair.context.direction.reverse());
    for (status, added) in matching::responses(pair).added {
        let level = if status.starts_with(['2', '3']) { Level::Risky } else { Level::Compatible };
        changes.add(
            "status",
            (None, Some(status.to_owned())),
            (member(pair.base.node, "responses").around(), Location::at(added)),
            response.impact(level, Level::None),
        );
    }
}
