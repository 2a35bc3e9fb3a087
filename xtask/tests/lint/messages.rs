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
    let text = VALID.replace("paths: {}", "paths: {}\nx-a: {a\u{200b}: 1, a\u{200b}: 2}");
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let out = folder.lint(&["--only", "key-repeated"]).out;
    assert!(out.contains("key `a\\u200b` is already"), "{out}");
    assert!(out.contains("x-a: {a\u{fffd}: 1, a\u{fffd}: 2}"), "{out}");
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

#[test]
fn one_contradiction_is_one_diagnostic() {
    let schemas = |text: &str| format!("{VALID}components:\n  schemas:\n    A: {text}\n");
    let composition = "composition-contradictory";
    for (text, rules) in [
        (
            "{allOf: [{type: integer, minimum: 3, maximum: 1}]}",
            &["schema-bounds-contradictory"][..],
        ),
        (
            "{allOf: [{type: object, required: [a, b], maxProperties: 1}]}",
            &["schema-bounds-contradictory"],
        ),
        ("{allOf: [{type: string, enum: [1]}]}", &["enum-value-invalid"]),
        (
            "{type: object, required: [a], additionalProperties: false, allOf: [{type: object}]}",
            &["schema-bounds-contradictory"],
        ),
        (
            "{allOf: [{properties: {a: {allOf: [{type: string}, {type: integer}]}}}, {properties: {a: {description: An a.}}}]}",
            &[composition],
        ),
        (
            "{allOf: [{type: string}, {type: integer}]}\n    B: {allOf: [{$ref: '#/components/schemas/A'}]}",
            &[composition],
        ),
    ] {
        let code = i32::from(rules == ["enum-value-invalid"]);
        check(&schemas(text), &["--only", "valid,values"], code, rules);
    }
}

#[test]
fn a_reference_into_a_schema_gets_a_suggestion() {
    let schemas = "
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, other: {type: string}}}
    A: {$ref: '#/components/schemas/Pet/properties/nmae'}
    B: {$ref: '#/components/schema/Pet'}
    C: {$ref: '#/definitions/pet'}
    D: {$ref: '#/components/schemas/Unknown'}
";
    let folder = Folder::with(&[("openapi.yaml", &[VALID, schemas].concat())]);
    let out = folder.lint(&["--only", "ref-unresolved"]).out;
    let helps: Vec<&str> =
        out.lines().filter_map(|line| line.trim().strip_prefix("= help: ")).collect();
    let expected = [
        "write `$ref: \"#/components/schemas/Pet/properties/name\"`",
        "write `$ref: \"#/components/schemas/Pet\"`",
        "write `$ref: \"#/components/schemas/Pet\"`",
        "refer to an entry of `components/schemas`, such as `#/components/schemas/Pet`",
    ];
    assert_eq!(helps, expected, "{out}");
}

#[test]
fn help_says_what_to_write_in_this_place() {
    for (schema, help) in [
        ("{maximum: '100'}", "remove the quotes: `maximum: 100`"),
        ("{description: 1.0}", "put it in quotes: `description: \"1.0\"`"),
        ("{nullable: 'yes'}", "write `nullable: true`, without quotes"),
        ("{required: a}", "write a list: `required: [a]`"),
        ("{required: []}", "remove `required`, or list at least one property in it"),
        ("{allOf: []}", "remove `allOf`, or list at least one schema in it"),
        ("{title: }", "write a string after `title:`, or remove `title`"),
        ("{type: [string, 'null']}", "write `type: string` and `nullable: true`"),
        ("{type: float}", "write `type: number` and `format: float`"),
        ("{type: any}", "remove `type`: a schema without it allows values of all types"),
        ("{type: other}", "use one of: array, boolean, integer, number, object, string"),
        ("{type: integer, example: '1'}", "remove the quotes: `1`, or correct the `type`"),
        ("{type: string, default: 1.0}", "put it in quotes: `\"1.0\"`, or correct the `type`"),
        ("{enum: [a], example: b}", "write \"a\", or add the value to `enum`"),
        ("{enum: [a, c], example: b}", "use one of: \"a\", \"c\", or add the value to `enum`"),
        ("{required: [a], example: {}}", "add `a` to the value, or remove it from `required`"),
    ] {
        let text = format!("{VALID}components: {{schemas: {{A: {schema}}}}}\n");
        let folder = Folder::with(&[("openapi.yaml", &text)]);
        let out = folder.lint(&["--only", "valid,values"]).out;
        assert!(out.contains(&format!("= help: {help}\n")), "{schema}: {out}");
        assert_eq!(out.matches("= help: ").count(), 1, "{schema}: {out}");
    }
    let without = VALID.replace("paths: {}", "tags: [{name: a}]\npaths: {}");
    let folder = Folder::with(&[("openapi.yaml", &without)]);
    let out = folder.lint(&["--only", "description-missing"]).out;
    assert!(out.contains("the info object has no `description`"), "{out}");
    assert!(out.contains("= help: add `description` to `info`"), "{out}");
    assert!(out.contains("tag `a` has no `description`"), "{out}");
}
