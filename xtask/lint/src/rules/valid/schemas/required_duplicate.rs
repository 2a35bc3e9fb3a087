//! A property that is required twice.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "required-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `required` list of a schema contains the same name twice.",
        rationale: "JSON Schema requires unique names, so strict tools reject the document.",
        help: "remove the repeated name",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A:
      required:
        - a
        - a # <-
"],
    passing: &["
components:
  schemas:
    A: {required: [a, b]}
"],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = HashSet::new();
    for item in schema.get("required").into_iter().flat_map(Node::items) {
        if let Some(name) = item.as_str().filter(|name| !known.insert(*name)) {
            let message = format!("`{name}` is already required");
            diagnostics.with_fix(text_edits::remove_item(item)).at(item, message);
        }
    }
}
