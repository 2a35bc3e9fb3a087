//! A path with unbalanced or empty braces.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-template-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A path has unbalanced, nested or empty braces.",
        rationale: "The generator cannot tell where the name of a parameter starts and ends.",
        help: "write each parameter as `{name}`",
    },
    stops_generation: true,
    failing: &["
paths:
  /a/{id: {} # <-
  /b/id}: {} # <-
  /c/{}: {} # <-
  /d/{{id}}: {} # <-
"],
    passing: &["
paths:
  /a/{id}.{format}: {}
"],
    check: Check::Each(&[Kind::Paths], check),
};

fn check(paths: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in paths.entries().filter(|entry| !entry.key.starts_with("x-")) {
        let mut open = None;
        let mut error = None;
        for (at, brace) in entry.key.match_indices(['{', '}']) {
            error = error.or(match (brace, open) {
                ("{", Some(_)) => Some("a `{` inside braces"),
                ("}", None) => Some("a `}` without a `{`"),
                ("}", Some(start)) if start + 1 == at => Some("empty braces"),
                _ => None,
            });
            open = (brace == "{").then_some(at);
        }
        if let Some(error) = error.or(open.map(|_| "a `{` without a `}`")) {
            diagnostics.at_key(entry.value, format!("path `{}` has {error}", entry.key));
        }
    }
}
