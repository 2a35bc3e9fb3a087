//! A request body without an example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "request-example-missing",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "The JSON body of a request has no example.",
        rationale: "The tests send the examples; a body without one is never sent.",
        help: "add the documented body under `examples`, with the name of the response's example",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody: # <-
        content: {application/json: {schema: {type: object}}}
      responses: {'204': {description: An a.}}
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
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        let Some(written) = operation.get("requestBody") else { continue };
        let Some(body) = index.resolve(written) else { continue };
        let Some(json) = spec::json_content(body) else { continue };
        let examples = json.get("examples").is_some_and(|examples| !examples.is_empty());
        if !examples && json.get("example").is_none() {
            let method = method.to_uppercase();
            diagnostics.at_key(written, format!("{method} {path} has no example of its body"));
        }
    }
}
