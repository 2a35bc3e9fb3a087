//! A runtime expression that is not valid.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "runtime-expression-invalid",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A value of a link starts like a runtime expression, but is not a valid one.",
        rationale: "Clients send the text as a constant value, because they cannot evaluate it.",
        help: "write the expression as `$request.path.id`, `$request.query.url`, \
               `$response.header.Location` or `$response.body#/id`",
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
      parameters:
        id: $response.body/id # <-
"],
    passing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
components:
  links:
    A: {operationId: ShowA, parameters: {id: '$response.body#/id', price: $5, n: 1}}
"],
    check: Check::Each(&[Kind::Link], check),
};

fn check(link: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let parameters = link.get("parameters").into_iter().flat_map(Node::entries);
    let values = parameters.map(|entry| entry.value).chain(link.get("requestBody"));
    for value in values {
        if let Some(message) = value.as_str().and_then(expression::first_error) {
            diagnostics.at(value, message);
        }
    }
}
