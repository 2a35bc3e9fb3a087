//! A runtime expression that cannot be read.

use super::*;

pub static RULE: Rule = Rule {
    id: "runtime-expression-invalid",
    group: Group::Valid,
    severity: Severity::Warning,
    what: "A value of a link or the key of a callback is meant as a runtime expression, but \
          does not follow its grammar.",
    why: "It never evaluates, so no value is passed and the callback has no URL.",
    instead: "write it as `$request.path.id`, `$request.query.url`, `$response.header.Location` \
          or `$response.body#/id`",
    failing: &["
paths:
  /a:
    get:
      operationId: ShowA
      responses: {default: {description: An a.}}
      callbacks:
        done:
          '{$request.body.url}': {} # <-
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
    get:
      operationId: ShowA
      responses: {default: {description: An a.}}
      callbacks:
        done:
          'https://example.com?url={$request.body#/url}': {}
          $request.body#/url: {}
components:
  links:
    A: {operationId: ShowA, parameters: {id: '$response.body#/id', price: $5, n: 1}}
"],
    check: Check::Each(&[Kind::Link, Kind::Callback], check),
};

fn check(node: Node, outline: &Outline, findings: &mut Findings) {
    if outline.kind(node) == Some(Kind::Callback) {
        for entry in node.entries().filter(|entry| !entry.key.starts_with("x-")) {
            if let Some(message) = message(entry.key) {
                findings.at_key(entry.value, message);
            }
        }
        return;
    }
    let parameters = node.get("parameters").into_iter().flat_map(Node::entries);
    let values = parameters.map(|entry| entry.value).chain(node.get("requestBody"));
    for value in values {
        if let Some(message) = value.as_str().and_then(message) {
            findings.at(value, message);
        }
    }
}

fn message(text: &str) -> Option<String> {
    let whole = Some(text).filter(|text| expression::is_meant(text));
    let all = whole.into_iter().chain(expression::embedded(text).filter(|_| whole.is_none()));
    let mut faults = all.filter_map(|text| Some(format!("`{text}`: {}", expression::fault(text)?)));
    faults.next()
}
