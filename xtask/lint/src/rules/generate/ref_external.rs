//! A reference out of the document.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-external",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A `$ref` leads to another file or to the network.",
        rationale: "The generator reads one file, and so does whoever looks at the document; the \
                    network is never asked.",
        help: "move the target under `components`",
    },
    stops_generation: true,
    failing: &["
components:
  schemas:
    A: {$ref: 'https://example.com/a.yaml'} # <-
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
        if external {
            diagnostics.at(node, "`$ref` leads out of the document");
        }
    }
}
