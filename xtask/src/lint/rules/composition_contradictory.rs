//! A composition of types that exclude each other.

use super::*;

pub static RULE: Rule = Rule {
    id: "composition-contradictory",
    group: Group::Valid,
    severity: Severity::Warning,
    what: "The parts of an `allOf` have different types.",
    why: "A value must be of all of them, so no value is valid.",
    instead: "use `oneOf`, or one type",
    failing: &["
components:
  schemas:
    A:
      allOf: # <-
        - {type: string}
        - $ref: '#/components/schemas/B'
    B: {type: integer}
"],
    passing: &["
components:
  schemas:
    A: {allOf: [{type: number}, {$ref: '#/components/schemas/B'}, {description: A b.}]}
    B: {type: integer}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, outline: &Outline, findings: &mut Findings) {
    let Some(list) = schema.get("allOf") else { return };
    let parts = composition::conjuncts(outline, schema);
    let kinds: BTreeSet<&str> =
        parts.iter().filter_map(|part| part.get("type")?.as_str()).collect();
    let numbers = kinds.iter().all(|kind| matches!(*kind, "integer" | "number"));
    if kinds.len() > 1 && !numbers {
        let kinds: Vec<&str> = kinds.into_iter().collect();
        findings.at_key(list, format!("no value is all of `{}`", kinds.join("`, `")));
    }
}
