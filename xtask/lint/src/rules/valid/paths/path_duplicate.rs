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

fn check(paths: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut first = HashMap::new();
    for entry in paths.entries().filter(|entry| entry.key.starts_with('/')) {
        match first.get(&shape(entry.key)) {
            // A repeated key has a diagnostic of its own.
            Some(&Entry { key: known, .. }) if known == entry.key => {}
            Some(Entry { key: known, value: item, .. }) => {
                let message = format!("`{}` is the same path as `{known}`", entry.key);
                let help = help(index, known, *item, entry.value);
                diagnostics.with_help(help).at_key(entry.value, message);
            }
            None => {
                first.insert(shape(entry.key), entry);
            }
        }
    }
}

/// What to do with the second of two path items of the same path.
fn help(index: &ObjectIndex, path: &str, first: Node, second: Node) -> String {
    let known: Vec<&str> = paths::methods(index, first).map(|(method, _)| method).collect();
    let methods = paths::methods(index, second).map(|(method, _)| method);
    let (both, others): (Vec<_>, Vec<_>) = methods.partition(|method| known.contains(method));
    let list = |methods: &[&str]| {
        methods.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ")
    };
    let rest = match others.as_slice() {
        [] => String::new(),
        others => format!("; move {} to `{path}`", list(others)),
    };
    match both.as_slice() {
        [] => RULE.info.help.to_owned(),
        [only] => format!("remove one `{only}`, or merge the two operations{rest}"),
        both => format!("remove one each of {}, or merge the operations{rest}", list(both)),
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
