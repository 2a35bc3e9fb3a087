//! A list without a type for its items.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "items-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A schema of type `array` has no `items`.",
        rationale: "The specification requires it; without it nobody knows what is in the list.",
        help: "add `items`, or `items: {}` for any",
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
        diagnostics.at(kind, "type `array` without `items`");
    }
}
