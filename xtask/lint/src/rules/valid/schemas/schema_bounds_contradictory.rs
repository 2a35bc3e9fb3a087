//! Bounds that leave no value.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "schema-bounds-contradictory",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A lower bound of a schema is above its upper one.",
        rationale: "No value is valid, so nothing can be sent.",
        help: "swap or correct them",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: integer, minimum: 10, maximum: 1} # <-
    B: {type: string, minLength: 2, maxLength: 1} # <-
    C: {type: integer, minimum: 1, maximum: 1, exclusiveMaximum: true} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: integer, minimum: 1, maximum: 1}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let number = |field: &str| schema.get(field).and_then(|node| Some((node, node.as_f64()?)));
    let is = |field: &str| schema.get(field).and_then(Node::as_bool) == Some(true);
    let pairs = [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ];
    for (low, high) in pairs {
        let Some(((node, least), (_, most))) = number(low).zip(number(high)) else { continue };
        let exclusive = low == "minimum" && (is("exclusiveMinimum") || is("exclusiveMaximum"));
        if least > most || exclusive && least == most {
            diagnostics.at_key(node, format!("`{low}` {least} and `{high}` {most} leave no value"));
        }
    }
}
