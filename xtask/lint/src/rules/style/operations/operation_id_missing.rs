//! An operation without an id.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-id-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An operation has no `operationId`.",
        rationale: "The generator names the method of the client after the path, so a change of \
                    the path renames the method.",
        help: "add `operationId` with the name in the documentation of the service",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {responses: {default: {description: An a.}}} # <-
"],
    passing: &["
paths:
  /a:
    parameters: []
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        if operation.get("operationId").is_none() {
            let method = method.to_uppercase();
            diagnostics.at_key(operation, format!("{method} {path} has no `operationId`"));
        }
    }
}
