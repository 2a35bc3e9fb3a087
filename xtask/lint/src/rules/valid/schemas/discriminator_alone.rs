//! A discriminator with nothing to choose from.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-alone",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A schema has a `discriminator`, but neither it nor a schema that builds on it \
                  has `oneOf`, `anyOf` or `allOf`.",
        rationale: "The specification has it for compositions only; here it chooses nothing.",
        help: "list the alternatives under `oneOf`",
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
            diagnostics
                .at_key(discriminator, "a discriminator without `oneOf`, `anyOf` or `allOf`");
        }
    }
}
