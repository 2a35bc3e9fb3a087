//! An operation with a method that the client cannot send.

use crate::prelude::*;
use mapping::UNSUPPORTED_METHODS;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-method-unsupported",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "An operation has the method OPTIONS or TRACE.",
        rationale: "progenitor writes no calls with these methods.",
        help: "leave it out, or allow it here: the client is then made without it",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    options: {responses: {default: {description: The methods.}}} # <-
"],
    passing: &["
paths:
  /a:
    head: {responses: {default: {description: Whether there is an a.}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        if UNSUPPORTED_METHODS.contains(&method) {
            diagnostics.at_key(operation, format!("{} {path}", method.to_uppercase()));
        }
    }
}
