//! A list without a type for its items.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "items-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A schema of type `array` has no `items`.",
        rationale: "The specification requires `items`; without it, the generated code has no type \
                    for the items.",
        help: "add `items` with the schema of an item, or `items: {}` for any value",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: array # <-
"],
    passing: &["
components:
  schemas:
    A: {type: array, items: {}}
    B: {maxItems: 1}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if let Some(kind) = schema.get("type").filter(|kind| kind.as_str() == Some("array"))
        && schema.get("items").is_none()
    {
        diagnostics.at(kind, "type `array` requires `items`");
    }
}
