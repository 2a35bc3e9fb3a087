//! A link without an operation.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "link-target-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A link has neither `operationId` nor `operationRef`.",
        rationale: "The specification requires one of the two fields; without it, clients cannot \
                    follow the link.",
        help: "add `operationId` with the id of the linked operation",
    },
    stops_generation: false,
    failing: &["
components:
  links:
    A: {description: The a.} # <-
"],
    passing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A: {operationId: ShowA}
"],
    check: Check::Each(&[Kind::Link], check),
};

fn check(link: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if link.get("operationId").is_none() && link.get("operationRef").is_none() {
        diagnostics.at_key(link, "the link has neither `operationId` nor `operationRef`");
    }
}
