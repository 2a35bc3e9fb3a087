//! A link that refers to two operations.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "link-target-doubled",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A link has both `operationId` and `operationRef`.",
        rationale: "The two fields are mutually exclusive, so each client may follow the link to \
                    another operation.",
        help: "keep `operationId`, and remove `operationRef`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A:
      operationId: ShowA
      operationRef: '#/paths/~1a/get' # <-
"],
    passing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A: {operationRef: '#/paths/~1a/get'}
"],
    check: Check::Each(&[Kind::Link], check),
};

fn check(link: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if let (Some(_), Some(reference)) = (link.get("operationId"), link.get("operationRef")) {
        diagnostics.at_key(reference, "`operationRef` and `operationId` are mutually exclusive");
    }
}
