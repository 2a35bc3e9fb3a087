//! A request body without an example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "request-example-missing",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "A JSON request body has no example.",
        rationale: "Generated tests send the examples, so they never send the body.",
        help: "add the documented body to `examples` under the name of the response example",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody: # <-
        content: {application/json: {schema: {type: object}}}
      responses: {'204': {description: An a.}}
    put:
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses: {'204': {description: An a.}}
    patch:
      requestBody: {$ref: '#/components/requestBodies/B'}
      responses: {'204': {description: An a.}}
components:
  requestBodies:
    B: {content: {application/json: {schema: {type: object}}}} # <-
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content: {application/json: {schema: {type: object}, examples: {empty: {value: {}}}}}
      responses: {'204': {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = NodeSet::default();
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        let Some(written) = operation.get("requestBody") else { continue };
        let Some(body) = index.resolve(written) else { continue };
        // A shared body is reported once, where its example belongs.
        if !known.insert(body) {
            continue;
        }
        let Some(json) = spec::json_content(body) else { continue };
        let examples = json.get("examples").is_some_and(|examples| !examples.is_empty());
        if !examples && json.get("example").is_none() {
            let message = match body.key().filter(|_| written != body) {
                Some(name) => format!("request body `{name}` has no example"),
                None => {
                    let method = method.to_uppercase();
                    format!("the request body of {method} {path} has no example")
                }
            };
            diagnostics.at_key(body, message);
        }
    }
}
