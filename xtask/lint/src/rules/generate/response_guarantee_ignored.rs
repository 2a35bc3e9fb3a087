//! A guarantee that the client cannot make.

use crate::prelude::*;
use mapping::extensions::GUARANTEED;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-guarantee-ignored",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "`x-guaranteed` is on a response that is not a success with a body, or differs from \
                  the one of another success of the operation.",
        rationale: "An operation has one output type for all of its successes. A value is guaranteed \
                    only if each success with a body has it.",
        help: "give all successes with a body the same `x-guaranteed`, and no other response",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          x-guaranteed: [/a]
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        '201': # <-
          description: Another a.
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        '202': {description: Later., x-guaranteed: [/a]} # <-
        '203':
          description: Another a.
          x-guaranteed: [/b] # <-
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        '400':
          description: No a.
          x-guaranteed: [/a] # <-
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
    head:
      responses:
        '200':
          description: An a.
          x-guaranteed: [/a] # <-
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: string}, b: {type: string}}}
"],
    passing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          x-guaranteed: [/a]
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        '201':
          description: Another a.
          x-guaranteed: [/a]
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        '204': {description: No a.}
  /b:
    get:
      responses:
        default:
          description: An a.
          x-guaranteed: [/a]
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: string}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for PathOperation { operation, method, .. } in paths::operations(index) {
        let has_body = |response: &Node| {
            let content = response.get("content");
            method != "head" && content.is_some_and(|content| !content.is_empty())
        };
        let successes = paths::successes(index, operation).map(|(_, _, response)| response);
        let full: Vec<Node> = successes.filter(has_body).collect();
        let first = full.first().and_then(|response| response.get(GUARANTEED));
        let first = first.map(Node::to_value);
        for (_, _, response) in paths::responses(index, operation) {
            match response.get(GUARANTEED) {
                Some(own) if !full.contains(&response) => {
                    diagnostics.at_key(own, "this response is not a success with a body");
                }
                Some(own) if Some(own.to_value()) != first => {
                    diagnostics.at_key(own, "another success guarantees other values");
                }
                None if full.contains(&response) && first.is_some() => {
                    diagnostics
                        .at_key(response, "another success guarantees values that this does not");
                }
                _ => {}
            }
        }
    }
}
