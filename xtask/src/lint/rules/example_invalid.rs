//! An example that its schema does not allow.

use super::*;

pub static RULE: Rule = Rule {
    id: "example-invalid",
    group: Group::Values,
    severity: Severity::Error,
    what: "An example is not what its schema says.",
    why: "The example is a test's server and the schema is the client, so the test fails; \
          readers copy the example.",
    instead: "correct the one that is wrong; the documentation decides",
    failing: &["
paths:
  /a:
    get:
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
                    id: 1
components:
  schemas:
    A:
      type: object
      required: [id]
      properties: {n: {type: integer}, id: {type: integer, readOnly: true}}
      example: {n: 1.5} # <-
"],
    passing: &["
paths:
  /a:
    post:
      parameters:
        - {name: list, in: query, schema: {type: array, items: {type: string}}, example: 'a,b'}
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/A'}, example: {n: 1}}
          application/xml: {schema: {$ref: '#/components/schemas/A'}, example: <a/>}
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples:
                documented: {value: {n: 1, m: null, id: 1}}
components:
  schemas:
    A:
      type: object
      required: [id]
      properties:
        n: {type: integer}
        m: {type: string, nullable: true}
        id: {type: integer, readOnly: true}
"],
    check: Check::Document(check),
};

fn check(outline: &Outline, findings: &mut Findings) {
    let mut judges = [Direction::Request, Direction::Answer, Direction::Either]
        .map(|direction| (direction, Judge::new(outline, direction)));
    let mut report = |direction: Direction, schema, value| {
        let judge = judges.iter_mut().find(|(of, _)| *of == direction);
        for fault in judge.into_iter().flat_map(|(_, judge)| judge.faults(schema, value)) {
            findings.at(fault.node, fault.message);
        }
    };
    for kind in [Kind::MediaType, Kind::Parameter, Kind::Header] {
        for node in outline.all(kind) {
            let Some(schema) = node.get("schema") else { continue };
            for value in
                examples::of(outline, node).filter(|value| is_spelt_out(outline, node, *value))
            {
                report(examples::direction(outline, node), schema, value);
            }
        }
    }
    for schema in outline.all(Kind::Schema) {
        if let Some(value) = schema.get("example") {
            report(Direction::Either, schema, value);
        }
    }
}

/// Whether an example is the value itself. A string may also be the value as it is written in
/// another media type than JSON, or as a parameter writes it.
fn is_spelt_out(outline: &Outline, node: Node, value: Node) -> bool {
    let Some(text) = value.as_str() else { return true };
    if outline.kind(node) == Some(Kind::MediaType) {
        return node.key().is_some_and(spec::is_json);
    }
    let schema = node.get("schema").and_then(|schema| outline.resolve(schema));
    match schema.and_then(|schema| schema.get("type")?.as_str()) {
        None | Some("array" | "object") => false,
        Some("boolean") => text.parse::<bool>().is_err(),
        Some("integer" | "number") => text.parse::<f64>().is_err(),
        Some(_) => true,
    }
}
