//! An operation that is not there any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-removed",
        summary: "A method of a path is gone, and its operation is not elsewhere.",
        rationale: "Request: an old client that calls it gets an error, also when it was told \
                    before that the operation is deprecated. Source: the client has one method \
                    less.",
        inverse: "operation-added",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "paths: {/a: {get: {operationId: GetA}, put: {operationId: PutA}}}",
        "paths: {/a: {get: {operationId: GetA}}}",
        &["operation-removed (breaking, none, breaking) operation is gone, was PUT /a"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let root = documents.head.root();
    for removed in &documents.operations.removed {
        let around = root.get("paths").unwrap_or(root);
        let change = changes.add(
            "operation",
            (Some(operations::call(*removed)), None),
            (Location::at(removed.node), Location::missing_in(around)),
            Impact::requests(Level::Breaking, Level::Breaking),
        );
        change.operations.push(operations::affected(*removed));
    }
}
