//! An operation that was not there.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-added",
        summary: "A method was added to a path.",
        rationale: "Source: a method of the client was added. Old clients do not call it.",
        inverse: "operation-removed",
    },
    check: Check::Document(check),
    cases: &[Case::document(
        "paths: {/a: {get: {operationId: GetA}}}",
        "paths: {/a: {get: {operationId: GetA}, put: {operationId: PutA}}}",
        &["operation-added (compatible, none, compatible) operation was added: PUT /a"],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let root = documents.base.root();
    for added in &documents.operations.added {
        let around = root.get("paths").unwrap_or(root);
        let change = changes.add(
            "operation",
            (None, Some(operations::call(*added))),
            (Location::missing_in(around), Location::at(added.node)),
            Impact::requests(Level::Compatible, Level::Compatible),
        );
        change.operations.push(operations::affected(*added));
    }
}
