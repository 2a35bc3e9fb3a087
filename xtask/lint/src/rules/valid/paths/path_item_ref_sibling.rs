//! A field that a path item and its target both have.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-item-ref-sibling",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A path item with a `$ref` has a field that the path item it refers to has too.",
        rationale: "The specification leaves open which one counts, so tools differ.",
        help: "keep the field in one of the two",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    $ref: '#/x-items/a'
    summary: All a # <-
x-items:
  a: {summary: An a, get: {responses: {default: {description: An a.}}}}
"],
    passing: &["
paths:
  /a: {$ref: '#/x-items/a', description: All a}
x-items:
  a: {summary: An a}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let references = index.references.iter();
    for reference in references.filter(|reference| reference.expects == Kind::PathItem) {
        let Ok(target) = reference.target else { continue };
        for entry in reference.node.entries() {
            if entry.key != "$ref"
                && !entry.key.starts_with("x-")
                && target.get(entry.key).is_some()
            {
                let message = format!("`{}` is also in what `$ref` leads to", entry.key);
                diagnostics.at_key(entry.value, message);
            }
        }
    }
}
