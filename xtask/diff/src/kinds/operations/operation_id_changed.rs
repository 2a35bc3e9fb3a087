//! The name of an operation.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "operation-id-changed",
        summary: "`operationId` came, went, or is another one.",
        rationale: "It is never sent. Source: the method of the client is named after it.",
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
            "paths: {/a: {get: {operationId: GetA}}}",
            "paths: {/a: {get: {operationId: getA}}}",
            &["operation-id-changed (none, none, compatible) `operationId` was GetA, is getA"],
        ),
    ],
};

fn check<'d>(pair: &OperationPair<'d>, changes: &mut Changes<'d>) {
    let (was, is) = (pair.base.id(), pair.head.id());
    let source = match (was, is) {
        _ if was == is => return,
        (Some(was), Some(is)) if rust_type::same_name(was, is) => Level::Compatible,
        (None, _) => Level::Compatible,
        (Some(_), _) => Level::Breaking,
    };
    let values = (was.map(str::to_owned), is.map(str::to_owned));
    let locations = (member(pair.base.node, "operationId"), member(pair.head.node, "operationId"));
    changes.add("`operationId`", values, locations, Impact::source(source));
}
