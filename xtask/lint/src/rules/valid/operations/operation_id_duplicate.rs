//! An operation id that another operation has already.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-id-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "Two operations have the same `operationId`.",
        rationale: "Links refer to operations by this id, and generated code with two methods of \
                    the same name does not compile.",
        help: "write a unique `operationId` for each operation",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
    put: {operationId: ShowA, responses: {default: {description: An a.}}} # <-
"],
    passing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
    put: {operationId: showA, responses: {default: {description: An a.}}}
    x-put: {operationId: ShowA}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut first = HashMap::new();
    for operation in index.all(Kind::Operation) {
        let Some(node) = operation.get("operationId") else { continue };
        let Some(id) = node.as_str() else { continue };
        match first.get(id) {
            Some(first) => {
                let line = index.line(*first);
                diagnostics.at(node, format!("`{id}` is already the `operationId` on line {line}"));
            }
            None => {
                first.insert(id, node);
            }
        }
    }
}
