//! A composition with one entry.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "composition-single",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A list `oneOf` or `anyOf` has a single entry.",
        rationale: "The generated code has an enum with a single variant.",
        help: "write the schema without `oneOf` or `anyOf`; use `allOf` to add a description to a \
               reference",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {oneOf: [{type: string}]} # <-
"],
    passing: &["
components:
  schemas: {A: {oneOf: [{type: string}, {type: integer}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for keyword in ["oneOf", "anyOf"] {
        if let Some(list) = schema.get(keyword).filter(|list| list.is_array() && list.len() == 1) {
            diagnostics.at_key(list, format!("`{keyword}` has a single entry"));
        }
    }
}
