//! An operation with another path or method.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-moved",
        summary: "The operation of an `operationId` has another path or method.",
        rationale: "Request: an old client calls the old path, which gives an error. Source: the \
                    method of the client keeps its name, and its arguments where the path has the \
                    same ones.",
        inverse: "operation-moved",
    },
    check: Check::Operation(check),
    cases: &[Case::document(
        "paths: {/a: {get: {operationId: GetA}}}",
        "paths: {/b: {get: {operationId: GetA}}}",
        &["operation-moved (breaking, none, none) operation was GET /a, is GET /b"],
    )],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base, pair.head);
    if was.method != is.method || spec::without_names(was.path) != spec::without_names(is.path) {
        changes.add(
            "operation",
            (Some(operations::call(was)), Some(operations::call(is))),
            (Location::at(was.node), Location::at(is.node)),
            pair.context.impact(Level::Breaking, Level::None),
        );
    }
}
