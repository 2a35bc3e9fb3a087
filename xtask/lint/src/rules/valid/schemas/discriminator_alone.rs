//! A discriminator without alternatives.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-alone",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema has a `discriminator`, but neither the schema nor one that extends it \
                  has `oneOf`, `anyOf` or `allOf`.",
        rationale: "The specification defines `discriminator` only for compositions, so clients \
                    ignore it here.",
        help: "list the alternatives in `oneOf`, or remove `discriminator`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      type: object
      required: [kind]
      discriminator: {propertyName: kind} # <-
      properties: {kind: {type: string}}
"],
    passing: &["
components:
  schemas:
    A: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
    B: {allOf: [{$ref: '#/components/schemas/A'}]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let used = composition::blocks(index);
    for discriminator in index.all(Kind::Discriminator) {
        let Some(schema) = discriminator.parent() else { continue };
        let composed = composition::COMPOSITES.iter().any(|keyword| schema.get(keyword).is_some());
        if !composed && !used.contains(&schema) {
            diagnostics.at_key(
                discriminator,
                "`discriminator` has no effect without `oneOf`, `anyOf` or `allOf`",
            );
        }
    }
}
