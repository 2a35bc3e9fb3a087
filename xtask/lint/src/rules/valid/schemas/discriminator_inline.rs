//! An alternative that a discriminator cannot name.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "discriminator-inline",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A list `oneOf` or `anyOf` with a `discriminator` contains an inline schema.",
        rationale: "An inline schema has no name, so clients cannot select it by the \
                    discriminator.",
        help: "move the schema to `components/schemas`, and refer to it with `$ref`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    Pet:
      discriminator: {propertyName: kind}
      oneOf:
        - {type: object, required: [kind]} # <-
"],
    passing: &["
components:
  schemas:
    Pet:
      discriminator: {propertyName: kind}
      oneOf: [{$ref: '#/components/schemas/Cat'}]
    Cat: {type: object, required: [kind]}
"],
    check: Check::Each(&[Kind::Discriminator], check),
};

fn check(discriminator: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(schema) = discriminator.parent() else { return };
    let lists = ["oneOf", "anyOf"].iter().filter_map(|keyword| schema.get(keyword));
    for item in lists.flat_map(Node::items).filter(|item| item.get("$ref").is_none()) {
        diagnostics.at_key(item, "the discriminator cannot select an inline schema");
    }
}
