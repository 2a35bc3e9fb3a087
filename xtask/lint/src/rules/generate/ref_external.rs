//! A reference to another document.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-external",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A `$ref` refers to another file or to the network.",
        rationale: "The generator reads only this file, so the generated code would lack the \
                    target.",
        help: "move the target to `components`, and refer to it with `#/components/…`",
    },
    stops_generation: true,
    failing: &["
components:
  schemas:
    A: {$ref: 'https://example.com/a.yaml'} # <-
paths:
  /a: {$ref: 'https://example.com/a.yaml'} # <-
"],
    passing: &["
components:
  schemas: {A: {$ref: '#/components/schemas/B'}, B: {type: string}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for reference in &index.references {
        let Some(node) = reference.node.get("$ref") else { continue };
        let external = node.as_str().is_some_and(|text| !text.is_empty() && !text.starts_with('#'));
        if !external {
            continue;
        }
        let help = match ref_suggestion::section(reference.node, reference.expects) {
            Some(section) => {
                let section = format!("components/{section}");
                format!("move the target to `{section}`, and refer to it with `#/{section}/…`")
            }
            None => format!("write {} in place of the reference", Object::name(reference.expects)),
        };
        diagnostics.with_help(help).at(node, "`$ref` refers to another document");
    }
}
