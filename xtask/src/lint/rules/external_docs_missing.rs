//! An operation without a link to the service's own page.

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::rule::{Findings, Rule};

pub static RULE: Rule = Rule {
    id: "external-docs-missing",
    group: Group::Style,
    severity: Severity::Warning,
    what: "An operation has no `externalDocs`.",
    why: "The document is a description by third hands; readers must be able to look up the source, \
          and the method's documentation links to it.",
    instead: "add `externalDocs` with the `url` of the service's page",
    failing: &["
openapi: 3.0.3
paths:
  /a:
    get: {operationId: ShowA} # <-
"],
    passing: &["
openapi: 3.0.3
paths:
  /a:
    get: {operationId: ShowA, externalDocs: {url: https://example.com/ShowA}}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    for operation in spec::operations(document) {
        if operation.node.get("externalDocs").is_none() {
            let method = operation.method.to_uppercase();
            findings.at_key(operation.node, format!("{method} {} has no page", operation.path));
        }
    }
}
