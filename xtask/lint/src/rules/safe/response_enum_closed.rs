//! A closed list of values in a response.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-enum-closed",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A value in a response has an `enum` of several strings or numbers.",
        rationale: "If the service sends another value, clients fail to parse the response, even \
                    if it contains a new secret.",
        help: "list the values in `x-extensible-enum`, which allows further values",
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
              schema:
                properties:
                  kind: {type: string, enum: [a, b]} # <-
"],
    passing: &["
paths:
  /a:
    post:
      requestBody:
        content: {application/json: {schema: {properties: {kind: {type: string, enum: [a, b]}}}}}
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema:
                properties:
                  kind: {type: string, x-extensible-enum: [a, b]}
                  tag: {type: string, nullable: true, enum: [a, null]}
                  flag: {type: boolean, enum: [true, false]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for schema in reach::of_responses(index) {
        let Some(list) = schema.get("enum") else { continue };
        let values = list.items().filter(|item| !matches!(item.kind(), Json::Null | Json::Bool));
        // A list of one value tells alternatives apart.
        if values.count() > 1 {
            diagnostics.at_key(list, "`enum` in a response does not allow further values");
        }
    }
}
