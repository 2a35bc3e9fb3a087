//! A path with a query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-query",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A path has a `?` or a `#`.",
        rationale: "What follows is no part of a path; a parameter with `in: query` says it, and \
                    clients encode the character.",
        help: "declare a parameter with `in: query`",
    },
    stops_generation: false,
    failing: &["
paths:
  /apps?limit={limit}: {} # <-
"],
    passing: &["
paths:
  /apps: {}
"],
    check: Check::Each(&[Kind::Paths], check),
};

fn check(paths: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in paths.entries().filter(|entry| entry.key.starts_with('/')) {
        // Inside braces the character belongs to a name.
        let text = paths::without_expressions(entry.key);
        if let Some(at) = text.find(['?', '#']) {
            let message = format!("path `{}` has a `{}`", entry.key, &text[at..=at]);
            diagnostics.at_key(entry.value, message);
        }
    }
}
