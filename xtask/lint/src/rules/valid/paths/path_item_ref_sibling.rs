//! A field that is in both a path item and the target of its `$ref`.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-item-ref-sibling",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A path item with a `$ref` has a field that the referenced path item also has.",
        rationale: "The specification does not define which of the two applies, so tools differ.",
        help: "remove the field from one of the two path items",
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
                let message = format!("`{}` is also in the target of `$ref`", entry.key);
                diagnostics.at_key(entry.value, message);
            }
        }
    }
}
