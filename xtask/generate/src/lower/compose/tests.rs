//! Compositions before and after the pass.

use serde_json::json;

use crate::lower::case::check;
use crate::lower::lowered::Lowered;

const NAMED: &str = "
    Id: {type: string}
    Cat: {type: object, required: [id, kind], properties: {id: {$ref: '#/components/schemas/Id'}, kind: {type: string, enum: [cat]}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, lives: {type: string}}}
    Node: {allOf: [{$ref: '#/components/schemas/Node'}, {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}]}
";

/// Compares one schema before and after the pass, next to named ones.
fn composed(before: &str, after: &str) {
    let node = "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}";
    let plain: Vec<&str> = NAMED.lines().filter(|line| !line.contains("Node:")).collect();
    check(
        super::pass,
        &format!("components:\n  schemas:{NAMED}    It: {before}\n"),
        &format!("components:\n  schemas:{}\n    {node}\n    It: {after}\n", plain.join("\n")),
    );
}

#[test]
fn wrapped_reference_becomes_the_reference() {
    for (before, after) in [
        (
            "{items: {allOf: [{$ref: '#/components/schemas/Id'}], maxLength: 128, type: string}}",
            "{items: {$ref: '#/components/schemas/Id'}}",
        ),
        (
            "{items: {allOf: [{$ref: '#/components/schemas/Id'}], nullable: true}}",
            "{items: {allOf: [{$ref: '#/components/schemas/Id'}], nullable: true}}",
        ),
        (
            "{items: {anyOf: [{$ref: '#/components/schemas/Cat'}, {nullable: true}]}}",
            "{items: {allOf: [{$ref: '#/components/schemas/Cat'}], nullable: true}}",
        ),
    ] {
        composed(before, after);
    }
}

#[test]
fn all_of_has_the_properties_of_each() {
    for (before, after) in [
        (
            "{description: both, allOf: [{$ref: '#/components/schemas/Dog'}, {type: object, required: [age], properties: {age: {type: integer}}}]}",
            "{type: object, required: [kind, age], properties: {kind: {type: string, enum: [dog]}, lives: {type: string}, age: {type: integer}}, description: both}",
        ),
        (
            "{allOf: [{type: object, properties: {a: {type: number}}}, {type: object, properties: {a: {type: integer}, b: {}}}]}",
            "{type: object, properties: {a: {type: integer}, b: {}}}",
        ),
        ("{allOf: [{type: string}, {type: object}]}", "{}"),
        ("{type: string, not: {enum: [a]}}", "{type: string}"),
    ] {
        composed(before, after);
    }
}

#[test]
fn one_of_has_the_properties_of_any() {
    for (before, after) in [
        (
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
            "{type: object, properties: {id: {$ref: '#/components/schemas/Id'}, kind: {type: string, enum: [cat, dog]}, lives: {}}, required: [kind]}",
        ),
        (
            "{type: object, properties: {a: {}}, anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
            "{type: object, properties: {a: {}}}",
        ),
        (
            "{oneOf: [{$ref: '#/components/schemas/Dog'}, {type: object}]}",
            "{type: object, properties: {kind: {type: string, enum: [dog]}, lives: {type: string}}, additionalProperties: {}}",
        ),
        (
            "{oneOf: [{$ref: '#/components/schemas/Id'}, {type: string, enum: [a]}]}",
            "{type: string}",
        ),
        (
            "{oneOf: [{type: integer}, {type: number, nullable: true}]}",
            "{type: number, nullable: true}",
        ),
        ("{oneOf: [{type: string}, {$ref: '#/components/schemas/Cat'}]}", "{}"),
        (
            "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
            "{type: array, items: {}}",
        ),
    ] {
        composed(before, after);
    }
}

#[test]
fn nested_copies_are_bounded() {
    let next = |level| json!({ "$ref": format!("#/components/schemas/A{level}") });
    let or = |level| json!({ "oneOf": [next(level), { "type": "object", "required": ["a"] }] });
    let schemas = (0..16).map(|level| {
        let properties = json!({ "one": or(level + 1), "two": or(level + 1) });
        (format!("A{level}"), json!({ "type": "object", "properties": properties }))
    });
    let schemas: serde_json::Map<_, _> = schemas.collect();
    let mut lowered = Lowered::of(json!({ "components": { "schemas": schemas } }));
    super::pass(&mut lowered);
    assert!(super::composer::size(&lowered.document) < 10 * mapping::LARGEST_PART);
}

#[test]
fn long_chain_of_parts_keeps_all_properties() {
    let schema = |level| {
        let part = json!({ "$ref": format!("#/components/schemas/A{}", level + 1) });
        let own = json!({ "type": "object", "properties": { format!("p{level}"): {} } });
        (format!("A{level}"), json!({ "allOf": [part, own] }))
    };
    let schemas: serde_json::Map<_, _> = (0..500).map(schema).collect();
    let mut lowered = Lowered::of(json!({ "components": { "schemas": schemas } }));
    super::pass(&mut lowered);
    let properties = &lowered.document["components"]["schemas"]["A0"]["properties"];
    assert_eq!(properties.as_object().map(serde_json::Map::len), Some(500));
}
