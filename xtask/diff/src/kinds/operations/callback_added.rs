//! A call from the service that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "callback-added",
        summary: "An operation makes the service call back in one more way.",
        rationale: "Response: the service may call an old client that does not know the call.",
        inverse: "callback-removed",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "{}",
        "callbacks: {done: {'{$request.query.url}': {post: {}}}}",
        &["callback-added (none, risky, none) callback is new: done POST {$request.query.url}"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let context = Context::of(pair.context.direction.reverse());
    for (name, call) in matching::callbacks(pair).added {
        changes.add(
            "callback",
            (None, Some(format!("{name} {}", operations::call(call)))),
            (member(pair.base.node, "callbacks").around(), Location::at(call.node)),
            context.impact(Level::Risky, Level::None),
        );
    }
}
