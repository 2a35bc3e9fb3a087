//! The status of the one success of an operation.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "response-status-changed",
        summary: "The only successful response of an operation has another status.",
        rationale: "Response: a client that expects the old status reads the new one as an error, \
                    or as a success of another shape. A client that knows `2XX` expects every \
                    status of that range; `2XX` in place of one status also allows others. The \
                    generated client accepts every 2xx, so the source does not change.",
        inverse: "response-status-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::operation(
            "responses: {'200': {description: A.}}",
            "responses: {'201': {description: A.}}",
            &["response-status-changed (none, breaking, none) status was 200, is 201"],
        ),
        Case::operation(
            "responses: {2XX: {description: A.}}",
            "responses: {'201': {description: A.}}",
            &["response-status-changed (none, compatible, none) status was 2XX, is 201"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let response = Context::of(pair.context.direction.reverse());
    for ((was, base), (is, head)) in matching::responses(pair).matched {
        if !was.eq_ignore_ascii_case(is) {
            let level = match (responses::covers(was, is), responses::covers(is, was)) {
                (true, _) => Level::Compatible,
                (_, true) => Level::Risky,
                _ => Level::Breaking,
            };
            changes.add(
                "status",
                (Some(was.to_owned()), Some(is.to_owned())),
                (Location::at(base), Location::at(head)),
                response.impact(level, Level::None),
            );
        }
    }
}
