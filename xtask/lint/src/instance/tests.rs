//! The crate jsonschema is of the same opinion, wherever OpenAPI means what JSON Schema means.

use serde_json::Value;
use spec::{Document, Source};

use super::Validator;
use crate::object_index::ObjectIndex;
use spec::Direction;

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
- {type: string, format: hostname}
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
fn validation_agrees_with_json_schema() {
    let (schemas, values) = (Source::new("schemas.yaml", SCHEMAS), Source::new("v.yaml", VALUES));
    let schemas = Document::parse(&schemas).expect("schemas");
    let values = Document::parse(&values).expect("values");
    let index = ObjectIndex::of(std::slice::from_ref(&schemas));
    for schema in schemas.root().items() {
        let as_json = schema.to_value();
        let options = jsonschema::draft4::options().should_validate_formats(true);
        let validator = options.build(&as_json).expect("a schema");
        for value in values.root().items() {
            let violations = Validator::new(&index, None).violations(schema, value);
            let value: Value = value.to_value();
            assert_eq!(
                violations.is_empty(),
                validator.is_valid(&value),
                "{as_json} on {value}: {violations:?}"
            );
        }
    }
}

/// Compares the lines of the violations with those that are marked.
#[track_caller]
fn check(direction: Option<Direction>, text: &str) {
    let source = Source::new("case.yaml", text);
    let document = Document::parse(&source).expect("a document");
    let index = ObjectIndex::of(std::slice::from_ref(&document));
    let at = |pointer: &str| document.at(pointer).expect("a value");
    let violations = Validator::new(&index, direction).violations(at("/schema"), at("/value"));
    let line = |offset| document.position(offset).line;
    let found: Vec<u32> =
        violations.iter().map(|violation| line(violation.node.span().start)).collect();
    let marked = text.lines().zip(1..).filter(|(line, _)| line.ends_with("# <-"));
    let marked: Vec<u32> = marked.map(|(_, number)| number).collect();
    assert_eq!(found, marked, "{violations:#?}");
}

#[test]
fn null_needs_a_nullable_type() {
    check(None, "schema: {type: string, nullable: true}\nvalue: null");
    check(None, "schema: {type: string}\nvalue: null # <-");
    check(None, "schema: {type: string, nullable: true, enum: [a]}\nvalue: null # <-");
}

#[test]
fn read_only_properties_are_required_only_in_responses() {
    let text = "schema: {required: [id], properties: {id: {readOnly: true}}}\nvalue: {}";
    check(Some(Direction::Request), text);
    check(None, text);
    check(Some(Direction::Response), &format!("{text} # <-"));
    let text = text.replace("readOnly", "writeOnly");
    check(Some(Direction::Response), &text);
    check(Some(Direction::Request), &format!("{text} # <-"));
}

#[test]
fn read_only_in_another_part_is_respected() {
    for schema in [
        "{required: [id], allOf: [{properties: {id: {readOnly: true}}}]}",
        "{properties: {id: {readOnly: true}}, oneOf: [{required: [id]}, {required: [a]}]}",
        "{required: [id], properties: {id: {allOf: [{readOnly: true}]}}}",
        "{anyOf: [{allOf: [{properties: {id: {readOnly: true}}}, {required: [id]}]}]}",
    ] {
        check(Some(Direction::Request), &format!("schema: {schema}\nvalue: {{}}"));
        check(Some(Direction::Response), &format!("schema: {schema}\nvalue: {{}} # <-"));
    }
}

/// Compares single values with a schema.
#[track_caller]
fn validates(schema: &str, fitting: &[&str], others: &[&str]) {
    let all = fitting.iter().map(|value| (value, "")).chain(others.iter().map(|v| (v, " # <-")));
    for (value, mark) in all {
        check(None, &format!("schema: {schema}\nvalue: {value}{mark}"));
    }
}

#[test]
fn numbers_are_compared_exactly() {
    validates("{type: integer}", &["0xE5", "-0"], &["1.0", "1e3"]);
    let (most, beyond) = ("9223372036854775807", "9223372036854775808");
    validates("{type: integer, format: int64}", &[most], &[beyond, "-9223372036854775809"]);
    validates("{maximum: 9007199254740992}", &["9007199254740992.0"], &["9007199254740993"]);
    validates("{minimum: -1.5, exclusiveMinimum: true}", &["-1.4999999999999999999"], &["-15e-1"]);
    validates("{enum: [9007199254740993, 1e2]}", &["100.0"], &["9007199254740992"]);
    validates("{multipleOf: 2}", &["0", "-1e400"], &["1000000001", "9007199254740993"]);
    validates("{multipleOf: 0.01}", &["19.99", "123456789.01"], &["19.995", "12345678901.015"]);
    let (whole, long) = ("[1, '1', true]", "[9007199254740992, 9007199254740993]");
    validates(
        "{uniqueItems: true}",
        &[whole, long],
        &["[1, 1.0]", "[{a: 1, b: 2}, {b: 2.0, a: 1}]"],
    );
}

#[test]
fn unknown_references_formats_and_patterns_are_not_errors() {
    let unknown = "{$ref: 'https://example.com/a.json'}";
    validates(&format!("{{oneOf: [{unknown}, {{type: string}}]}}"), &["a", "1"], &[]);
    validates(&format!("{{not: {unknown}}}"), &["a"], &[]);
    validates(&format!("{{not: {{not: {unknown}}}}}"), &["a"], &[]);
    validates("{oneOf: [{type: string, format: a}, {type: string, format: b}]}", &["a"], &["1"]);
    validates("{oneOf: [{type: string}, {maxLength: 2}]}", &["abc", "1"], &["a"]);
    for other in [r"\Ab", r"b\z", r"\ab", r"\p{Print}"] {
        validates(&format!("{{pattern: '{other}'}}"), &["a"], &[]);
    }
    validates(r"{pattern: '^\w+\-\d$'}", &["a-1"], &["a-b"]);
}

#[test]
fn formats_follow_their_specifications() {
    let of = |format: &str| format!("{{type: string, format: {format}}}");
    validates(
        &of("date-time"),
        &["2020-12-31T23:59:60Z", "2021-01-01T08:59:60+09:00", "2020-01-01t00:00:00.5-00:00"],
        &["2020-12-31T10:00:60Z", "2021-01-01T23:59:60+09:00", "2020-01-01T00:00:00+24:00", "now"],
    );
    validates(&of("hostname"), &["a", "1.b-c.example"], &["a_b", "-a.b", "a..b", "'*.a'"]);
    validates(&of("email"), &["a.b+c@example.com"], &["A <a@b.c>", "a@b@c"]);
    validates(&of("byte"), &["YQ==", "YQ", "''"], &["YQ=", "a", "a-b_"]);
}

#[test]
fn every_pattern_terminates() {
    let long = "a".repeat(60);
    let (no, yes) = (format!("{long}!"), format!("x{long}"));
    validates("{pattern: '^(a+)+$'}", &[&long], &[&no]);
    validates("{pattern: '^(a|aa)+$'}", &[&long], &[&no]);
    validates("{pattern: '^(?=x)(.|a+)+y$'}", &[&format!("{yes}y")], &[&yes, &no]);
    validates("{pattern: '(.*)(.*)(.*)(.*)(.*)x'}", &[&yes], &[&"a".repeat(2000)]);
    let (choices, few) = ("a?".repeat(40) + &"a".repeat(40), "a".repeat(39));
    validates(&format!("{{pattern: '^{choices}$'}}"), &[&long], &[&few]);
    validates("{pattern: '^[a-z]+(?:-[a-z]+)*$'}", &["a-b-c-d-e-f-g-h-i"], &["a-b-c-d-e-f-g-h-I"]);
}

#[test]
fn a_discriminator_selects_the_schema() {
    let text = "
components:
  schemas:
    Cat: {required: [kind], properties: {lives: {type: integer}}}
    Dog: {required: [kind]}
schema:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind, mapping: {kitten: Cat, cow: 'https://example.com/cow.json'}}
value:
";
    check(None, &format!("{text}  {{kind: Cat, lives: 9}}"));
    check(None, &format!("{text}  kind: kitten\n  lives: nine # <-"));
    check(None, &format!("{text}  kind: Cow # <-"));
    check(None, &format!("{text}  {{kind: cow, milk: 7}}"));
}
