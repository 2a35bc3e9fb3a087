//! An operation that is not there any more.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-removed",
        summary: "A method was removed from a path, and its operation was not moved.",
        rationale: "Request: an old client that calls the operation receives an error, even if \
                    the operation was deprecated before. Source: a method of the client was \
                    removed.",
        inverse: "operation-added",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "paths: {/a: {get: {operationId: GetA}, put: {operationId: PutA}}}",
        "paths: {/a: {get: {operationId: GetA}}}",
        &["operation-removed (breaking, none, breaking) operation was removed: PUT /a"],
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
