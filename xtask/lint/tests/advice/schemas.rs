//! Bounds, null, and schemas in themselves.

use spec::Source;

use super::check::{HEAD, check, component};

#[test]
fn a_value_at_an_excluded_bound() {
    let help = "correct the example or the schema, according to the documentation of the service";
    let schema = |text, end| component("example-invalid", "schemas", text, end, help);
    schema(
        "{minimum: 0, exclusiveMinimum: true, example: 0}",
        "0 is the `minimum` 0, which `exclusiveMinimum` excludes",
    );
    schema(
        "{maximum: 5.0, exclusiveMaximum: true, example: 5}",
        "5 is the `maximum` 5.0, which `exclusiveMaximum` excludes",
    );
    schema("{minimum: 0, exclusiveMinimum: true, example: -1}", "-1 is below the `minimum` 0");
    schema("{maximum: 5, exclusiveMaximum: false, example: 6}", "6 is above the `maximum` 5");
}

#[test]
fn nullable_beside_what_refuses_null() {
    let null = "{type: object, nullable: true, enum: [null]}";
    let base = "    B: {type: string}\n    C: {enum: [a]}\n    D: {type: string, enum: [a]}\n";
    let schema = |text: &str, why: &str, help: &str| {
        let text = format!("{HEAD}components:\n  schemas:\n    A: {text}\n{base}");
        let why = format!("`nullable` has no effect, because {why}");
        check("nullable-ineffective", &text, 6, &why, help);
    };
    let b = "'#/components/schemas/B'";
    let why = "`allOf` contains `B`, which does not allow null";
    let help = format!("add `nullable: true` to `B`, or write `oneOf: [{{$ref: {b}}}, {null}]`");
    schema(&format!("{{nullable: true, allOf: [{{$ref: {b}}}]}}"), why, &help);
    schema(&format!("{{type: string, nullable: true, allOf: [{{$ref: {b}}}]}}"), why, &help);
    schema(
        &format!("{{allOf: [{{$ref: {b}}}, {{nullable: true}}]}}"),
        why,
        "add `nullable: true` to `B`",
    );
    schema(
        "{type: string, nullable: true, allOf: [{type: string}]}",
        "`allOf` contains the schema on line 6, which does not allow null",
        "add `nullable: true` to the schema on line 6",
    );
    let c = "{nullable: true, allOf: [{maxLength: 1}, {$ref: '#/components/schemas/C'}]}";
    schema(c, "`allOf` contains `C`, which does not allow null", "add `null` to the `enum` of `C`");
    let d = "{nullable: true, allOf: [{maxLength: 1}, {$ref: '#/components/schemas/D'}]}";
    schema(
        d,
        "`allOf` contains `D`, which does not allow null",
        "add `nullable: true` to `D`, and `null` to its `enum`",
    );
    let none = "no schema in `oneOf` allows null";
    schema(
        &format!("{{nullable: true, oneOf: [{{$ref: {b}}}]}}"),
        none,
        &format!("add `{null}` to `oneOf`"),
    );
    schema(
        "{type: string, nullable: true, enum: [a]}",
        "`enum` does not list `null`",
        "add `null` to `enum`",
    );
    let sibling =
        format!("{HEAD}components:\n  schemas:\n    A: {{$ref: {b}, nullable: true}}\n{base}");
    let help =
        format!("add `nullable: true` to the target, or write `oneOf: [{{$ref: {b}}}, {null}]`");
    check("ref-sibling-ignored", &sibling, 6, "has no effect next to `$ref`", &help);
}

#[test]
fn a_schema_that_refuses_null_is_not_finite_by_nullable() {
    let c = "{type: object, required: [a], properties: {a: {type: object, nullable: true, allOf: \
             [{$ref: '#/components/schemas/A'}]}}}";
    let help =
        "make one of the properties in the cycle optional or nullable, or allow an empty array";
    component("schema-unsatisfiable", "schemas", c, "no finite value matches schema `A`", help);
}

#[test]
fn the_advice_about_null_helps() {
    for text in [
        "{oneOf: [{$ref: '#/components/schemas/B'}, {type: object, nullable: true, enum: [null]}], example: null}",
        "{nullable: true, type: string, allOf: [{type: string, nullable: true}], example: null}",
        "{nullable: true, type: string, enum: [a, null], example: null}",
    ] {
        let text =
            format!("{HEAD}components:\n  schemas:\n    A: {text}\n    B: {{type: string}}\n");
        let selected = |rule: &lint::Rule| matches!(rule.info.group.name(), "valid" | "values");
        let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
        assert_eq!(found.diagnostics, []);
    }
}

#[test]
fn a_schema_in_itself() {
    let contains = |schemas: &str, help: &str| {
        let text = format!("{HEAD}components:\n  schemas:\n    {schemas}\n");
        check("composition-cycle", &text, 6, "schema `A` contains itself", help);
    };
    let remove = "remove the reference to the schema itself";
    contains("A: {allOf: [{$ref: '#/components/schemas/A'}]}", remove);
    contains("A: {anyOf: [{type: string}, {$ref: '#/components/schemas/A'}]}", remove);
    contains(
        "A: {allOf: [{oneOf: [{$ref: '#/components/schemas/A'}]}]}",
        "move the shared part into a separate schema, and refer to it",
    );
}
