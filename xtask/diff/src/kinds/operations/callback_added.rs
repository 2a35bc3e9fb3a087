//! A call from the service that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "callback-added",
        summary: "A callback was added to an operation.",
        rationale: "Response: the server may send a request that an old client does not know.",
        inverse: "callback-removed",
    },
    check: Check::Operation(check),
    cases: &[Case::operation(
        "{}",
        "callbacks: {done: {'{$request.query.url}': {post: {}}}}",
        &["callback-added (none, risky, none) callback was added: done POST {$request.query.url}"],
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
