//! A documented response without an example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-missing",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "A response with a JSON body has no example.",
        rationale: "Generated tests replay the examples, so they do not cover the response.",
        help: "add the documented response to `examples` under a name",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses:
        '200': # <-
          description: An a.
          content:
            application/json:
              schema: {type: object}
        '201': {$ref: '#/components/responses/B'}
    put:
      responses:
        '201': {$ref: '#/components/responses/B'}
components:
  responses:
    B: {description: A b., content: {application/json: {schema: {type: object}}}} # <-
"],
    passing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {type: object}
              examples: {documented: {value: {}}}
        '204':
          description: No a.
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = NodeSet::default();
    for PathOperation { path, method, operation, .. } in paths::operations(index) {
        for (status, written, response) in paths::responses(index, operation) {
            // A shared response is reported once, where its example belongs.
            if !known.insert(response) {
                continue;
            }
            let content = response.get("content").into_iter().flat_map(Node::entries);
            let mut json = content.filter(|entry| spec::is_json(entry.key)).peekable();
            if json.peek().is_some() && !json.any(|entry| has_example(entry.value)) {
                let message = match response.key().filter(|_| written != response) {
                    Some(name) => format!("response `{name}` has no example"),
                    None => {
                        let method = method.to_uppercase();
                        format!("response {status} of {method} {path} has no example")
                    }
                };
                diagnostics.at_key(response, message);
            }
        }
    }
}

fn has_example(media_type: Node) -> bool {
    media_type.get("example").is_some()
        || media_type.get("examples").is_some_and(|examples| !examples.is_empty())
}
