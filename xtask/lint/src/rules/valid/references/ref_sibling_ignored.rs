//! A field beside a reference.

use crate::prelude::*;
use crate::rules::valid::schemas::nullable_ineffective;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-sibling-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An object with a `$ref` has other fields, which the specification ignores.",
        rationale: "Clients lose a `nullable`, a `default` or a better description, because only \
                    OpenAPI 3.1 allows fields next to `$ref`.",
        help: "move the field to the target, or wrap the reference: `allOf: [{$ref: …}]`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string}
    B:
      $ref: '#/components/schemas/A'
      description: A b. # <-
"],
    passing: &["
components:
  schemas:
    A: {type: string}
    B: {description: A b., allOf: [{$ref: '#/components/schemas/A'}]}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let references = index.references.iter();
    for reference in references.filter(|reference| reference.expects != Kind::PathItem) {
        for entry in reference.node.entries().filter(|entry| entry.key != "$ref") {
            let message = format!("`{}` has no effect next to `$ref`", entry.key);
            match reference.node.get("$ref").and_then(Node::as_str) {
                // Beside `allOf` it has no effect either.
                Some(text) if entry.key == "nullable" => {
                    let or_null = nullable_ineffective::or_null(text);
                    let help = format!("add `nullable: true` to the target, or write {or_null}");
                    diagnostics.with_help(help).at_key(entry.value, message);
                }
                _ => diagnostics.at_key(entry.value, message),
            }
        }
    }
}
