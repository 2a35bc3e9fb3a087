//! An answer with a status that was not there.

use super::super::prelude::*;

pub static KIND: Kind = Kind {
    info: KindInfo {
        id: "response-added",
        summary: "An operation answers with one more status.",
        rationale: "Answer: an old client takes a new success for one without the documented \
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

fn check<'d>(pair: &Operations<'d>, changes: &mut Changes<'d>) {
    let answer = Reach::of(pair.reach.direction.reverse());
    for (status, added) in matching::responses(pair).added {
        let level = if status.starts_with(['2', '3']) { Level::Risky } else { Level::Compatible };
        changes.add(
            "status",
            (None, Some(status.to_owned())),
            (member(pair.base.node, "responses").around(), Place::at(added)),
            answer.verdicts(level, Level::None),
        );
    }
}
