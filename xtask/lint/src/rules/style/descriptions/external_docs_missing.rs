//! An operation without a link to its documentation.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "external-docs-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An operation has no `externalDocs`.",
        rationale: "The documentation of the generated method has no link to the page of the \
                    service.",
        help: "add `externalDocs` with the `url` of the operation's page",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}} # <-
"],
    passing: &["
paths:
  /a:
    get:
      operationId: ShowA
      externalDocs: {url: https://example.com/ShowA}
      responses: {default: {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        if operation.get("externalDocs").is_none() {
            let method = method.to_uppercase();
            diagnostics.at_key(operation, format!("{method} {path} has no `externalDocs`"));
        }
    }
}
