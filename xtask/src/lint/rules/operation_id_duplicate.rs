//! An operation id that another operation has already.

use std::collections::BTreeMap;

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "operation-id-duplicate",
    group: Group::Valid,
    severity: Severity::Error,
    what: "Two operations have the same `operationId`.",
    why: "The id names the method of the client and its tests, and a second method of one name \
          does not compile.",
    instead: "give each operation an id of its own",
    failing: &["
openapi: 3.0.3
paths:
  /a:
    get: {operationId: ShowA}
    put: {operationId: ShowA} # <-
"],
    passing: &["
openapi: 3.0.3
paths:
  /a:
    get: {operationId: ShowA}
    put: {operationId: ResetA}
    x-put: {operationId: ShowA}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    let mut first = BTreeMap::new();
    for operation in spec::operations(document) {
        let Some(node) = operation.node.get("operationId") else { continue };
        let Some(id) = node.as_str() else { continue };
        let method = operation.method.to_uppercase();
        if let Some((method, path)) = first.insert(id, (method, operation.path)) {
            findings.at(node, format!("`{id}` is already the id of {method} {path}"));
        }
    }
}
