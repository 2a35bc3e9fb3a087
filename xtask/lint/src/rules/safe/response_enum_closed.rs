//! A closed list of values in an answer.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "response-enum-closed",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A value in an answer has an `enum`.",
        rationale: "The day the service sends another value, a client refuses the whole answer, \
                    even when a secret has just been changed.",
        help: "name the values in `x-extensible-enum`, which leaves the list open",
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

fn check(outline: &Outline, findings: &mut Findings) {
    for schema in reach::of_answers(outline) {
        let Some(list) = schema.get("enum") else { continue };
        let values = list.items().filter(|item| !matches!(item.kind(), Json::Null | Json::Bool));
        // A list of one value tells alternatives apart.
        if values.count() > 1 {
            findings.at_key(list, "an answer with a closed list of values");
        }
    }
}
