//! What messages name and suggest.

use super::{Folder, VALID, check};

#[test]
fn a_message_about_nested_alternatives_names_the_part_that_fails_and_stops() {
    let nested = |inner: &str| {
        format!("{{oneOf: [{{type: boolean}}, {{type: object, properties: {{a: {inner}}}}}]}}")
    };
    let schema = (0..6).fold("{type: string}".to_owned(), |inner, _| nested(&inner));
    let value = (0..6).fold("1".to_owned(), |inner, _| format!("{{a: {inner}}}"));
    let text =
        format!("{VALID}components: {{schemas: {{A: {{allOf: [{schema}], example: {value}}}}}}}\n");
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let out = folder.lint(&["--only", "values", "--format", "concise"]).out;
    let expected = "error[example-invalid] this matches none of the 2 schemas of `oneOf`; the closest is \
                    schema 2, at `/a`: this matches none of the 2 schemas of `oneOf`\n";
    assert!(out.ends_with(expected), "{out}");
}

#[test]
fn the_closed_part_that_refuses_a_property_is_named() {
    let schemas = "
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}, additionalProperties: false}
    Dog:
      allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: boolean}}}]
      example: {nmae: a, bark: true}
";
    let folder = Folder::with(&[("openapi.yaml", &[VALID, schemas].concat())]);
    let out = folder.lint(&["--only", "values"]).out;
    let closed = "is not a property of schema `Pet`, which has `additionalProperties: false`";
    assert!(out.contains(&format!("`bark` {closed} [")), "{out}");
    assert!(out.contains(&format!("`nmae` {closed}; did you mean `name`? [")), "{out}");
    assert!(out.contains("help: remove `bark`, declare it in schema `Pet`, or remove"), "{out}");
}

#[test]
fn messages_show_characters_that_cannot_be_seen() {
    let schemas =
        "components: {schemas: {A: {enum: [active], example: \"active\u{200b}\u{a0}\"}}}\n";
    let folder = Folder::with(&[("openapi.yaml", &[VALID, schemas].concat())]);
    let out = folder.lint(&["--only", "example-invalid", "--format", "concise"]).out;
    assert!(out.contains(r#"expected "active", found "active\u200b\u00a0""#), "{out}");
}

#[test]
fn misspelt_names_get_one_error_with_a_suggestion() {
    let schemas = "
components:
  schemas:
    Pet: {type: object}
    A: {type: int, minimum: 1}
    B: {$ref: '#/components/schemas/Pets'}
    C: {type: string, enum: [red, green], example: gren}
    D: {type: String, xml: {wrapped: true}}
";
    let folder = Folder::with(&[("openapi.yaml", &[VALID, schemas].concat())]);
    let out = folder.lint(&["--only", "valid,values", "--format", "concise"]).out;
    let places: Vec<&str> = out.lines().filter_map(|line| line.split(':').nth(1)).collect();
    assert_eq!(places, ["8", "9", "10", "11"], "{out}");
    for near in ["`integer`?", "`#/components/schemas/Pet`?", "`green`?", "`string`?"] {
        assert!(out.contains(&format!("did you mean {near}")), "{near}: {out}");
    }
}

#[test]
fn suggestions_for_many_misspelt_names_end() {
    let line = |at| format!("    A{at:06}: {{$ref: '#/components/schemas/B{at:06}'}}\n");
    let lines: String = (0..3000).map(line).collect();
    let text = format!("{VALID}components:\n  schemas:\n{lines}");
    check(&text, &["--only", "ref-unresolved"], 1, &["ref-unresolved"; 3000]);
}
