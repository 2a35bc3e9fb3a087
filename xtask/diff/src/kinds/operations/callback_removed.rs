//! A call from the service that is gone.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "callback-removed",
        summary: "An operation makes the service call back in one way less.",
        rationale: "Response: an old client waits for the call in vain.",
        inverse: "callback-added",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "callbacks: {done: {'{$request.query.url}': {post: {}}}}",
        "{}",
        &["callback-removed (none, breaking, none) callback is gone, was done POST \
           {$request.query.url}"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let context = Context::of(pair.context.direction.reverse());
    for (name, call) in matching::callbacks(pair).removed {
        changes.add(
            "callback",
            (Some(format!("{name} {}", operations::call(call))), None),
            (Location::at(call.node), member(pair.head.node, "callbacks").around()),
            context.impact(Level::Breaking, Level::None),
        );
    }
}
