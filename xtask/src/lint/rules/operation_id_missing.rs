//! An operation without an id.

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "operation-id-missing",
    group: Group::Generate,
    severity: Severity::Error,
    what: "An operation has no `operationId`.",
    why: "The id names the method of the client; without it nothing can be generated.",
    instead: "add the `operationId` that the service's documentation uses",
    failing: &["
openapi: 3.0.3
paths:
  /a:
    get: {summary: Show an a} # <-
"],
    passing: &["
openapi: 3.0.3
paths:
  /a:
    parameters: []
    get: {operationId: ShowA}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    for operation in spec::operations(document) {
        if operation.id().is_none() {
            let method = operation.method.to_uppercase();
            findings.at_key(operation.node, format!("{method} {} has no id", operation.path));
        }
    }
}
