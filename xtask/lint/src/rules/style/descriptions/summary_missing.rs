//! An operation without a summary.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "summary-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An operation has neither `summary` nor `description`.",
        rationale: "The generated method has no documentation.",
        help: "add `summary` with a short description of the operation",
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
    get: {summary: Show an a, responses: {default: {description: An a.}}}
"],
    check: Check::Each(&[Kind::Operation], check),
};

fn check(operation: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if operation.get("summary").is_none() && operation.get("description").is_none() {
        diagnostics.at_key(operation, "the operation has neither `summary` nor `description`");
    }
}
