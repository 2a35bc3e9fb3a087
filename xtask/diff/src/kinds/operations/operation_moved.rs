//! An operation with another path or method.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-moved",
        summary: "The operation of an `operationId` has another path or method.",
        rationale: "Request: an old client calls the old path and receives an error, unless the \
                    URL of the server now contains the removed part of the path. Source: the \
                    method of the client keeps its name, and its arguments if the path has the \
                    same parameters.",
        inverse: "operation-moved",
    },
    check: Check::Operation(check),
    cases: &[
        Case::document(
            "paths: {/a: {get: {operationId: GetA}}}",
            "paths: {/b: {get: {operationId: GetA}}}",
            &["operation-moved (breaking, none, none) operation was GET /a, is GET /b"],
        ),
        Case::document(
            "
servers: [{url: 'https://a'}]
paths: {/v1/b: {get: {}}}
",
            "
servers: [{url: 'https://a/v1'}]
paths: {/b: {get: {}}}
",
            &[
                "operation-id-changed (none, none, breaking) name in Rust was GetV1b, is GetB",
                "operation-moved (none, none, none) operation was GET /v1/b, is GET /b",
                "server-changed (none, none, none) `url` was \"https://a\", is \"https://a/v1\"",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base, pair.head);
    if was.method != is.method || spec::without_names(was.path) != spec::without_names(is.path) {
        let stays = servers::addresses(was).is_subset(&servers::addresses(is));
        let level = if was.method == is.method && stays { Level::None } else { Level::Breaking };
        changes.add(
            "operation",
            (Some(operations::call(was)), Some(operations::call(is))),
            (Location::at(was.node), Location::at(is.node)),
            pair.context.impact(level, Level::None),
        );
    }
}
