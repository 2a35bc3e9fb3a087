//! An integer of unknown size.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "integer-format-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A schema of type `integer` has no `format`, `maximum` or `enum`.",
        rationale: "The generator cannot tell how many bits the Rust type needs.",
        help: "add `format: int32` or `format: int64`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: integer # <-
"],
    passing: &["
components:
  schemas: {A: {type: integer, format: int64}, B: {type: integer, maximum: 100}}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(kind) = schema.get("type").filter(|kind| kind.as_str() == Some("integer")) else {
        return;
    };
    if ["format", "maximum", "enum"].iter().all(|field| schema.get(field).is_none()) {
        diagnostics.at(kind, "type `integer` has no `format`");
    }
}
