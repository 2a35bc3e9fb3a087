//! A call from the service that was removed.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "callback-removed",
        summary: "A callback was removed from an operation.",
        rationale: "Response: an old client waits for a request that the server no longer sends.",
        inverse: "callback-added",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "callbacks: {done: {'{$request.query.url}': {post: {}}}}",
        "{}",
        &["callback-removed (none, breaking, none) callback was removed: done POST \
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
