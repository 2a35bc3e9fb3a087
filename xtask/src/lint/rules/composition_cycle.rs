//! A schema that is made of itself.

use super::*;

pub static RULE: Rule = Rule {
    id: "composition-cycle",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A schema contains itself by `allOf`, `anyOf` or `oneOf`, without a property or \
          item between.",
    why: "Whether a value is valid can then be decided only by deciding it first; tools do \
          not end.",
    instead: "put what both share into a schema of its own",
    failing: &["
components:
  schemas:
    A: # <-
      allOf:
        - $ref: '#/components/schemas/A'
"],
    passing: &["
components:
  schemas:
    A: {allOf: [{properties: {a: {$ref: '#/components/schemas/A'}}}]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, outline: &Outline, findings: &mut Findings) {
    let lists = composition::COMPOSITES.iter().filter_map(|keyword| schema.get(keyword));
    for inner in lists.flat_map(Node::items).filter(|inner| inner.get("$ref").is_some()) {
        if composition::parts(outline, inner).contains(&schema) {
            return findings.inside(schema, "this schema is a part of itself");
        }
    }
}
