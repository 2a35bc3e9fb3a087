//! An empty list of values.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "enum-empty",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `enum` of a schema is empty.",
        rationale: "No value matches the schema, so clients can neither send nor receive one.",
        help: "list the allowed values, or remove `enum`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string, enum: []} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, enum: [a]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    match schema.get("enum") {
        Some(list) if list.is_array() && list.is_empty() => diagnostics.at(list, "`enum` is empty"),
        _ => {}
    }
}
