//! An example that its schema does not allow.

use super::value_unchecked;
use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-invalid",
        group: Group::Values,
        severity: Severity::Error,
        summary: "An example does not match its schema.",
        rationale: "Generated tests replay examples through the typed client; an example that does \
                    not match its schema has no test. Readers copy the example.",
        help: "correct the example or the schema, according to the documentation of the service",
    },
    stops_generation: false,
    failing: &[
        "
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
",
        "
paths:
  /a:
    get:
      parameters:
        - {name: n, in: query, schema: {allOf: [{type: integer}]}, example: '1.5'} # <-
      responses:
        '200':
          description: An a.
          content:
            text/plain: {schema: {type: string, maxLength: 2}, example: abc} # <-
",
    ],
    passing: &["
paths:
  /a:
    post:
      parameters:
        - {name: list, in: query, schema: {type: array, items: {type: string}}, example: 'a,b'}
        - {name: n, in: query, schema: {type: string, maxLength: 1}, example: n=1}
        - {name: m, in: query, allowEmptyValue: true, schema: {type: integer}, example: ''}
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
            text/plain: {schema: {type: integer}, example: '1'}
components:
  schemas:
    X: {type: object, example: <x/>}
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

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut validators = [Some(Direction::Request), Some(Direction::Response), None]
        .map(|direction| (direction, Validator::new(index, direction)));
    let mut report = |direction: Option<Direction>, schema, value| {
        let validator = validators.iter_mut().find(|(of, _)| *of == direction);
        for violation in
            validator.into_iter().flat_map(|(_, validator)| validator.violations(schema, value))
        {
            violation.report(diagnostics);
        }
    };
    for kind in [Kind::MediaType, Kind::Parameter, Kind::Header] {
        for node in index.all(kind) {
            let Some(schema) = node.get("schema") else { continue };
            let values = examples::of(index, node);
            for value in values.filter(|value| is_spelt_out(index, node, schema, *value)) {
                report(examples::direction(index, node), schema, value);
            }
        }
    }
    for schema in index.all(Kind::Schema) {
        if let Some(value) =
            schema.get("example").filter(|value| is_spelt_out(index, schema, schema, *value))
        {
            report(None, schema, value);
        }
    }
    for (_, validator) in validators {
        value_unchecked::report(validator.unchecked(), diagnostics);
    }
}

/// Whether an example is the value itself. A string may also be the value as it is written in
/// another media type than JSON, or as a parameter writes it.
fn is_spelt_out(index: &ObjectIndex, node: Node, schema: Node, value: Node) -> bool {
    let Some(text) = value.as_str() else { return true };
    let parts = composition::conjuncts(index, schema);
    let kind = parts.iter().find_map(|part| part.get("type")?.as_str());
    let media_type = node.key().unwrap_or_default();
    match index.kind(node) {
        Some(Kind::Schema) => return kind == Some("string") || !text.starts_with('<'),
        Some(Kind::MediaType) if spec::is_json(media_type) => return true,
        Some(Kind::MediaType) if !media::is_text(media_type) => return false,
        Some(Kind::Parameter) if is_serialized(node, text) => return false,
        _ => {}
    }
    match kind {
        None | Some("array" | "object") => false,
        Some("boolean") => text.parse::<bool>().is_err(),
        Some("integer") => text.parse::<i128>().is_err(),
        Some("number") => text.parse::<f64>().is_err(),
        Some(_) => true,
    }
}

/// Whether a text is how a parameter writes a value, and not the value.
fn is_serialized(parameter: Node, text: &str) -> bool {
    let says = |field: &str| parameter.get(field).and_then(Node::as_str);
    let is_empty_value = || parameter.get("allowEmptyValue").and_then(Node::as_bool) == Some(true);
    matches!(says("style"), Some("label" | "matrix"))
        || says("name").zip(text.split_once('=')).is_some_and(|(name, (key, _))| name == key)
        || text.is_empty() && is_empty_value()
}
