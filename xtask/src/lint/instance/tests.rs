//! The crate jsonschema is of the same opinion, wherever OpenAPI means what JSON Schema means.

use serde_json::Value;
use spec::{Document, Source};

use super::{Direction, Judge};
use crate::lint::outline::Outline;

const SCHEMAS: &str = "
- {}
- {type: string}
- {type: integer}
- {type: number}
- {type: object}
- {type: array, items: {type: integer}}
- {minimum: 2, exclusiveMinimum: true}
- {maximum: 2}
- {multipleOf: 0.1}
- {minLength: 2, maxLength: 3}
- {pattern: '^a+$'}
- {enum: [1, a, [1, 2], {a: 1}, null]}
- {minItems: 1, maxItems: 2, uniqueItems: true}
- {required: [a], properties: {a: {type: integer}}, additionalProperties: false}
- {minProperties: 1, maxProperties: 1, additionalProperties: {type: string}}
- {allOf: [{required: [a]}, {properties: {a: {minimum: 1}}}]}
- {anyOf: [{type: string}, {type: integer}]}
- {oneOf: [{type: number}, {type: integer}, {type: boolean}]}
- {not: {type: string}}
- {not: {anyOf: [{type: object}, {type: array}]}}
- {type: string, format: date}
- {type: string, format: date-time}
- {type: string, format: ipv4}
";

const VALUES: &str = "
- null
- true
- 0
- 2
- 2.5
- 0.3
- -1
- ''
- a
- aaa
- äöü
- aaaaa
- []
- [1]
- [1, 2]
- [1, 1]
- [{a: 1, b: 2}, {b: 2, a: 1}]
- [a, 1, null]
- {}
- {a: 1}
- {a: 0}
- {a: x}
- {b: x}
- {a: 1, b: 2}
- '2026-02-29'
- '2024-02-29'
- '2024-02-29T23:59:60Z'
- '2024-02-29T10:00:00.5+02:00'
- '2024-02-29T10:00:00'
- 127.0.0.1
- 127.0.0.256
- 123e4567-e89b-12d3-a456-426614174000
- 123e4567-e89b-12d3-a456-42661417400
";

#[test]
fn every_schema_judges_every_value_as_json_schema_does() {
    let (schemas, values) = (Source::new("schemas.yaml", SCHEMAS), Source::new("v.yaml", VALUES));
    let schemas = Document::parse(&schemas).expect("schemas");
    let values = Document::parse(&values).expect("values");
    let outline = Outline::of(std::slice::from_ref(&schemas));
    for schema in schemas.root().items() {
        let as_json = schema.to_value();
        let options = jsonschema::draft4::options().should_validate_formats(true);
        let validator = options.build(&as_json).expect("a schema");
        for value in values.root().items() {
            let faults = Judge::new(&outline, Direction::Either).faults(schema, value);
            let value: Value = value.to_value();
            assert_eq!(
                faults.is_empty(),
                validator.is_valid(&value),
                "{as_json} on {value}: {faults:?}"
            );
        }
    }
}

/// Compares the lines of the faults with those that are marked.
#[track_caller]
fn check(direction: Direction, text: &str) {
    let source = Source::new("case.yaml", text);
    let document = Document::parse(&source).expect("a document");
    let outline = Outline::of(std::slice::from_ref(&document));
    let at = |pointer: &str| document.at(pointer).expect("a value");
    let faults = Judge::new(&outline, direction).faults(at("/schema"), at("/value"));
    let line = |offset| document.position(offset).line;
    let found: Vec<u32> = faults.iter().map(|fault| line(fault.node.span().start)).collect();
    let marked = text.lines().zip(1..).filter(|(line, _)| line.ends_with("# <-"));
    let marked: Vec<u32> = marked.map(|(_, number)| number).collect();
    assert_eq!(found, marked, "{faults:#?}");
}

#[test]
fn null_needs_a_nullable_type() {
    check(Direction::Either, "schema: {type: string, nullable: true}\nvalue: null");
    check(Direction::Either, "schema: {type: string}\nvalue: null # <-");
    check(Direction::Either, "schema: {type: string, nullable: true, enum: [a]}\nvalue: null # <-");
}

#[test]
fn what_is_read_only_is_required_of_answers_only() {
    let text = "schema: {required: [id], properties: {id: {readOnly: true}}}\nvalue: {}";
    check(Direction::Request, text);
    check(Direction::Either, text);
    check(Direction::Answer, &format!("{text} # <-"));
    let text = text.replace("readOnly", "writeOnly");
    check(Direction::Answer, &text);
    check(Direction::Request, &format!("{text} # <-"));
}

#[test]
fn a_discriminator_chooses_the_schema() {
    let text = "
components:
  schemas:
    Cat: {required: [kind], properties: {lives: {type: integer}}}
    Dog: {required: [kind]}
schema:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind, mapping: {kitten: Cat}}
value:
";
    check(Direction::Either, &format!("{text}  {{kind: Cat, lives: 9}}"));
    check(Direction::Either, &format!("{text}  kind: kitten\n  lives: nine # <-"));
    check(Direction::Either, &format!("{text}  kind: Cow # <-"));
}
