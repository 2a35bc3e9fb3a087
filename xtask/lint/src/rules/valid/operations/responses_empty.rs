//! An operation without any response.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "responses-empty",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `responses` of an operation contain no response.",
        rationale: "The specification requires at least one response; clients cannot tell which \
                    responses to expect.",
        help: "add the documented status codes, or `default`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses: {x-none: true} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Responses], check),
};

fn check(responses: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if responses.entries().all(|entry| entry.key.starts_with("x-")) {
        diagnostics.at_key(responses, "`responses` contains no response");
    }
}
