//! A description that is not written yet.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "description-unfinished",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A `description` or `summary` is empty, or contains `TODO`, `FIXME` or `TBD`.",
        rationale: "Readers of the published documentation see an unfinished text.",
        help: "complete the text, or remove the field",
    },
    stops_generation: false,
    failing: &["
info: {title: A, version: '1', description: 'TODO: describe'} # <-
tags:
  - {name: a, description: ''} # <-
"],
    passing: &["
info: {title: A, version: '1', description: Numbers of the form XXX-XXXX.}
"],
    check: Check::Each(&Kind::ALL, check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for field in ["description", "summary"] {
        let Some(value) = index.field(node, field) else { continue };
        let Some(text) = value.as_str() else { continue };
        let mut words = text.split(|character: char| !character.is_alphanumeric());
        if text.trim().is_empty() {
            diagnostics.at_key(value, format!("`{field}` is empty"));
        } else if let Some(word) = words.find(|word| ["TODO", "FIXME", "TBD"].contains(word)) {
            diagnostics.at(value, format!("`{field}` contains `{word}`"));
        }
    }
}
