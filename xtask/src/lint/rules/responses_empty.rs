//! An operation without any answer.

use super::*;

pub static RULE: Rule = Rule {
    id: "responses-empty",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The `responses` of an operation have no response.",
    why: "The specification requires at least one; a caller cannot know what comes back.",
    instead: "add the documented statuses, or at least `default`",
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

fn check(responses: Node, _: &Outline, findings: &mut Findings) {
    if responses.entries().all(|entry| entry.key.starts_with("x-")) {
        findings.at_key(responses, "`responses` without a response");
    }
}
