//! A request example without a response example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-unpaired",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "The name of a request body example is not the name of a response example of the \
                  operation.",
        rationale: "Generated tests pair requests and responses by name; a request without a \
                    response is never sent.",
        help: "give the two examples the same name",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            examples:
              wrong: {value: {}} # <-
              right: {value: {}}
      responses:
        '200':
          description: An a.
          content: {application/json: {examples: {right: {value: {}}}}}
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content: {application/json: {examples: {right: {value: {}}}}}
      responses:
        '200':
          description: An a.
          content: {application/json: {examples: {right: {value: {}}}}}
  /b:
    post:
      requestBody:
        content: {application/json: {examples: {empty: {value: {}}}}}
      responses: {'204': {description: No a.}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, .. } in paths::operations(index) {
        let body = operation.get("requestBody").and_then(|body| index.resolve(body));
        let Some(requests) = body.and_then(|body| spec::json_content(body)?.get("examples")) else {
            continue;
        };
        let mut responses = HashSet::new();
        for (_, _, response) in paths::responses(index, operation) {
            match spec::json_content(response) {
                Some(json) => {
                    let examples = json.get("examples").into_iter().flat_map(Node::entries);
                    responses.extend(examples.map(|entry| entry.key));
                }
                // A response without content is a call of this name.
                None => {
                    responses.insert("empty");
                }
            }
        }
        // The first example is lent to responses which have no request of their own.
        for (index, entry) in requests.entries().enumerate() {
            let lent = index == 0 && responses.iter().any(|name| requests.get(name).is_none());
            if !responses.contains(entry.key) && !lent {
                diagnostics.at_key(
                    entry.value,
                    format!("no response has an example named `{}`", entry.key),
                );
            }
        }
    }
}
