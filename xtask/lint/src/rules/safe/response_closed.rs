//! A response schema that does not allow further properties.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-closed",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "An object schema of a response has `additionalProperties: false`.",
        rationale: "If the service adds a field, strict clients fail to parse the response.",
        help: "remove `additionalProperties: false`",
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

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for schema in reach::of_responses(index) {
        match schema.get("additionalProperties") {
            Some(rest) if rest.as_bool() == Some(false) => {
                diagnostics.at_key(rest, "the response schema does not allow further properties");
            }
            _ => {}
        }
    }
}
