//! An example that its schema does not allow.

use spec::Document;

use crate::finding::{Group, Severity};
use crate::lint::examples;
use crate::lint::rule::{Findings, Rule};
use crate::lint::schema::Schemas;

pub static RULE: Rule = Rule {
    id: "example-invalid",
    group: Group::Values,
    severity: Severity::Error,
    what: "An example is not what its schema says.",
    why: "The example is a test's server and the schema is the client, so the test fails.",
    instead: "correct the one that is wrong; the documentation decides",
    failing: &["
openapi: 3.0.3
paths:
  /a:
    get:
      operationId: ShowA
      parameters:
        - {name: n, in: query, schema: {type: string}, example: 1} # <-
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples:
                documented:
                  value:
                    n: one # <-
components:
  schemas:
    A: {type: object, properties: {n: {type: integer}}}
"],
    passing: &["
openapi: 3.0.3
paths:
  /a:
    get:
      operationId: ShowA
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples:
                documented:
                  value:
                    n: 1
                    m: null
components:
  schemas:
    A: {type: object, properties: {n: {type: integer}, m: {type: string, nullable: true}}}
"],
    check,
};

fn check(document: &Document, findings: &mut Findings) {
    let schemas = Schemas::of(document);
    for (schema, value) in examples::of(document) {
        for (node, message) in schemas.violations(schema, value) {
            findings.at(node, message);
        }
    }
}
