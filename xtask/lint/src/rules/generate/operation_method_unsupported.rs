//! An operation with a method that the client cannot send.

use crate::prelude::*;
use mapping::UNSUPPORTED_METHODS;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-method-unsupported",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "An operation uses the method OPTIONS or TRACE.",
        rationale: "The code generator `progenitor` does not support these methods, so the client \
                    cannot call the operation.",
        help: "remove the operation, or suppress this rule here; the client is then generated \
               without the operation",
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
            diagnostics.at_key(
                operation,
                format!("the client cannot send {} {path}", method.to_uppercase()),
            );
        }
    }
}
