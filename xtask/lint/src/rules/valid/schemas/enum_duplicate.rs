//! A value that is listed twice.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "enum-duplicate",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `enum` of a schema contains the same value twice.",
        rationale: "JSON Schema advises against it, and generated code has two variants with the \
                    same name.",
        help: "remove the repeated value",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      enum:
        - a
        - {a: 1, b: 2}
        - a # <-
        - {b: 2.0, a: 1} # <-
"],
    passing: &["
components:
  schemas:
    A: {enum: [1, '1', a, A]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = HashSet::new();
    for item in schema.get("enum").into_iter().flat_map(Node::items) {
        if !known.insert(spec::canonical(item)) {
            let message = format!("{} is already listed", words::value(item));
            diagnostics.with_fix(text_edits::remove_item(item)).at(item, message);
        }
    }
}
