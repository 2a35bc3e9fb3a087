//! An operation that documents only failures.

use super::*;

pub static RULE: Rule = Rule {
    id: "response-success-missing",
    group: Group::Valid,
    severity: Severity::Warning,
    what: "The `responses` of an operation have no status below 400 and no `default`.",
    why: "The specification asks for the successful answer; the client would return nothing.",
    instead: "add the status of success",
    failing: &["
paths:
  /a:
    get:
      responses: {'404': {description: No a.}} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses: {'302': {description: An a elsewhere.}, '404': {description: No a.}}
"],
    check: Check::Each(&[Kind::Responses], check),
};

fn check(responses: Node, _: &Outline, findings: &mut Findings) {
    let statuses = || responses.entries().filter(|entry| !entry.key.starts_with("x-"));
    let failure = |entry: Entry| entry.key.starts_with(['4', '5']);
    if statuses().next().is_some() && statuses().all(failure) {
        findings.at_key(responses, "`responses` with failures only");
    }
}
