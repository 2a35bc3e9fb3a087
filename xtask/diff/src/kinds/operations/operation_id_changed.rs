//! The name of an operation.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-id-changed",
        summary: "`operationId` was added, removed or changed; or the path of an operation \
                  without one changed.",
        rationale: "Source: the method of the client is named after the `operationId`; without \
                    one, after the HTTP method and the path. The name is not sent.",
        inverse: "operation-id-changed",
    },
    check: Check::Operation(check),
    cases: &[
        Case::document(
            "paths: {/a: {get: {operationId: GetA}}}",
            "paths: {/a: {get: {operationId: ShowA}}}",
            &["operation-id-changed (none, none, breaking) `operationId` was GetA, is ShowA"],
        ),
        Case::document(
            "paths: {/a: {get: {operationId: ShowA}}}",
            "paths: {/a: {get: {}}}",
            &["operation-id-changed (none, none, breaking) `operationId` was removed: ShowA"],
        ),
        Case::document(
            "paths: {/a: {get: {operationId: getA}}}",
            "paths: {/a: {get: {}}}",
            &["operation-id-changed (none, none, compatible) `operationId` was removed: getA"],
        ),
        Case::document(
            "paths: {/a: {get: {operationId: GetA}}}",
            "paths: {/a: {get: {operationId: getA}}}",
            &["operation-id-changed (none, none, compatible) `operationId` was GetA, is getA"],
        ),
        // Without an id, the name is that of the method and the path.
        Case::document(
            "paths: {'/{a}': {get: {parameters: [{name: a, in: path, schema: {type: string}}]}}}",
            "paths: {'/{b}': {get: {parameters: [{name: b, in: path, schema: {type: string}}]}}}",
            &[
                "operation-id-changed (none, none, breaking) name in Rust was GetA, is GetB",
                "path-parameter-renamed (compatible, none, compatible) path parameter was a, is b",
            ],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.id(), pair.head.id());
    let [old, new] = [pair.base, pair.head].map(rust_names::operation_name);
    let is_same = rust_names::same_name(&old, &new);
    let source = match () {
        _ if was == is && is_same => return,
        _ if is_same => Level::Compatible,
        _ => Level::Breaking,
    };
    let (subject, values) = match (was, is) {
        (None, None) => ("name in Rust", (Some(old), Some(new))),
        _ => ("`operationId`", (was.map(str::to_owned), is.map(str::to_owned))),
    };
    let locations = (member(pair.base.node, "operationId"), member(pair.head.node, "operationId"));
    changes.add(subject, values, locations, Impact::source(source));
}
