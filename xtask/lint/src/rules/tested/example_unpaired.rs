//! A request example that no answer belongs to.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-unpaired",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "An example of a request body has a name that no answer of the operation has.",
        rationale: "A request and an answer of the same name make one call; without an answer the \
                    request is never sent.",
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

fn check(outline: &Outline, findings: &mut Findings) {
    for Place { operation, .. } in paths::operations(outline) {
        let body = operation.get("requestBody").and_then(|body| outline.resolve(body));
        let Some(requests) = body.and_then(|body| spec::json_content(body)?.get("examples")) else {
            continue;
        };
        let mut answers = HashSet::new();
        for (_, _, response) in paths::responses(outline, operation) {
            match spec::json_content(response) {
                Some(json) => {
                    let examples = json.get("examples").into_iter().flat_map(Node::entries);
                    answers.extend(examples.map(|entry| entry.key));
                }
                // An answer without content is a call of this name.
                None => {
                    answers.insert("empty");
                }
            }
        }
        // The first example is lent to answers which have no request of their own.
        for (index, entry) in requests.entries().enumerate() {
            let lent = index == 0 && answers.iter().any(|name| requests.get(name).is_none());
            if !answers.contains(entry.key) && !lent {
                findings.at_key(entry.value, format!("no answer has an example `{}`", entry.key));
            }
        }
    }
}
