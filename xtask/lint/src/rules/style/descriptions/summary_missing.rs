//! An operation without a summary.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "summary-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An operation has neither `summary` nor `description`.",
        rationale: "The method of the client has no documentation then.",
        help: "say in a few words what it does",
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
        diagnostics.at_key(operation, "an operation without `summary`");
    }
}
