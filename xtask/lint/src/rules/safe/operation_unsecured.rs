//! An operation without authentication.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-unsecured",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "Neither an operation nor the document has `security`, or the list is empty or \
                  contains an empty requirement.",
        rationale: "The client sends no credential. Usually, the field was forgotten.",
        help: "add `security`; if the operation is public, suppress this rule here",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {responses: {default: {description: An a.}}} # <-
    put: {security: [], responses: {default: {description: An a.}}} # <-
"],
    passing: &["
security: [{key: []}]
paths:
  /a:
    get: {responses: {default: {description: An a.}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let of_document = index.document().root().get("security");
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        let list = operation.get("security").or(of_document);
        let secured =
            list.is_some_and(|list| !list.is_empty() && list.items().all(|one| !one.is_empty()));
        if !secured {
            let method = method.to_uppercase();
            diagnostics
                .at_key(operation, format!("{method} {path} does not require authentication"));
        }
    }
}
