//! A `nullable` that does nothing.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "nullable-ineffective",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema has `nullable: true` without a `type`, or with an `enum` without \
                  `null`.",
        rationale: "The specification adds null to the `type` of the same schema only, and an \
                    `enum` without null still refuses it.",
        help: "add `type`, and `null` to `enum`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {nullable: true, allOf: [{type: string}]} # <-
    B: {type: string, nullable: true, enum: [a]} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string, nullable: true, enum: [a, null]}
    B: {nullable: false}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(nullable) = schema.get("nullable").filter(|node| node.as_bool() == Some(true)) else {
        return;
    };
    if schema.get("type").is_none() {
        diagnostics.at_key(nullable, "`nullable` without `type` has no effect");
    } else if let Some(list) = schema.get("enum").filter(|list| list.is_array())
        && !list.items().any(|item| item.kind() == Json::Null)
    {
        diagnostics.at_key(nullable, "`nullable` beside an `enum` without `null` has no effect");
    }
}
