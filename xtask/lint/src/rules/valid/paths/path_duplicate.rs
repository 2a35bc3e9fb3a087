//! Two paths that differ only in the names of their parameters.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "Two paths are identical except for the names of their parameters.",
        rationale: "The specification treats the paths as identical: servers cannot tell which one \
                    a request matches.",
        help: "put the methods of both under one path",
    },
    stops_generation: false,
    failing: &["
paths:
  /apps/{app_id}: {}
  /apps/{id}: {} # <-
"],
    passing: &["
paths:
  /apps/{app_id}: {}
  /apps/mine: {}
  /apps/{app_id}/{id}: {}
  x-/apps/{id}: {}
"],
    check: Check::Each(&[Kind::Paths], check),
};

fn check(paths: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut first = HashMap::new();
    for entry in paths.entries().filter(|entry| entry.key.starts_with('/')) {
        match first.get(&shape(entry.key)) {
            // A repeated key has a diagnostic of its own.
            Some(&known) if known == entry.key => {}
            Some(known) => {
                diagnostics
                    .at_key(entry.value, format!("`{}` is the same path as `{known}`", entry.key));
            }
            None => {
                first.insert(shape(entry.key), entry.key);
            }
        }
    }
}

/// The path without the names in its braces.
fn shape(path: &str) -> String {
    let mut shape = String::new();
    let mut rest = path;
    while let Some((before, name)) = rest.split_once('{') {
        shape.push_str(before);
        shape.push_str("{}");
        rest = name.split_once('}').map_or("", |(_, rest)| rest);
    }
    shape + rest
}
