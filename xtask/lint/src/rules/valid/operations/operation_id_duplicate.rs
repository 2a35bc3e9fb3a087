//! An operation id that another operation has already.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-id-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "Two operations have the same `operationId`.",
        rationale: "Links find operations by it, and the client has a method of that name: a \
                    second one does not compile.",
        help: "give each operation an id of its own",
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
                diagnostics
                    .at(node, format!("`{id}` is already the id of the operation on line {line}"));
            }
            None => {
                first.insert(id, node);
            }
        }
    }
}
