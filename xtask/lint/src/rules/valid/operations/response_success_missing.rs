//! An operation that documents only failures.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-success-missing",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `responses` of an operation have neither a status code below 400 nor \
                  `default`.",
        rationale: "The specification recommends the successful response; without it, the \
                    generated method returns no value.",
        help: "add the status code of a successful response, such as `\"200\"`",
    },
    stops_generation: false,
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

fn check(responses: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let statuses = || responses.entries().filter(|entry| !entry.key.starts_with("x-"));
    let failure = |entry: Entry| entry.key.starts_with(['4', '5']);
    if statuses().next().is_some() && statuses().all(failure) {
        diagnostics.at_key(responses, "`responses` contains only errors");
    }
}
