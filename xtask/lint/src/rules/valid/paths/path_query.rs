//! A path with a query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-query",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A path contains `?` or `#`.",
        rationale: "Clients percent-encode the character, because a path contains no query or \
                    fragment, and the server does not find the resource.",
        help: "remove the query from the path, and declare each of its values as a parameter with \
               `in: query`",
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
            let message = format!("path `{}` contains `{}`", entry.key, &text[at..=at]);
            diagnostics.at_key(entry.value, message);
        }
    }
}
