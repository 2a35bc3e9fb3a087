//! An answer that may have no further field.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-closed",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "An object in an answer has `additionalProperties: false`.",
        rationale: "The day the service adds a field, a client refuses the whole answer.",
        help: "remove it",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
components:
  schemas:
    A: {type: object, additionalProperties: false} # <-
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content: {application/json: {schema: {type: object, additionalProperties: false}}}
      responses: {'204': {description: An a.}}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    for schema in reach::of_answers(outline) {
        match schema.get("additionalProperties") {
            Some(rest) if rest.as_bool() == Some(false) => {
                findings.at_key(rest, "an answer that may have no further field");
            }
            _ => {}
        }
    }
}
