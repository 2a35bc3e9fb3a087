//! A schema without a type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-type-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The schema of a property, parameter or item has no `type`, reference or \
                  composition.",
        rationale: "The schema allows any value, so the generated code has no type for it. \
                    Usually, `type` was forgotten.",
        help: "add `type`, or write `{}` to allow any value",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: object, properties: {a: {description: An a.}}} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: object, properties: {a: {type: string}, any: {}}}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {description: A b.}], anyOf: [{required: [a]}, {required: [any]}]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let says = ["type", "allOf", "anyOf", "oneOf", "not", "enum", "properties", "items"];
    // A part may add to the type of another part.
    let is_part = composition::is_part(schema) || schema.key() == Some("not");
    if !schema.is_empty() && !is_part && says.iter().all(|field| schema.get(field).is_none()) {
        diagnostics.at_key(schema, "the schema has no `type`");
    }
}
