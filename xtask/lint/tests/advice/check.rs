//! Compares the only diagnostic of a rule with what is expected.

use spec::Source;

pub const HEAD: &str = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n";

/// The only diagnostic of a rule in a document is on this line, ends so, and has this help.
#[track_caller]
pub fn check(rule: &str, text: &str, line: u32, end: &str, help: &str) {
    let checked = lint::check(Source::new("openapi.yaml", text), &|_| true).swap_remove(0);
    let found = checked.diagnostics.iter().filter(|found| found.rule.id == rule);
    let found: Vec<_> = found
        .map(|found| {
            (checked.source.position(found.span.start).line, &*found.message, &*found.help)
        })
        .collect();
    let [(at, message, found_help)] = found.as_slice() else {
        panic!("{rule} in {text}: {found:?}")
    };
    assert!(*at == line && message.ends_with(end) && *found_help == help, "{text}: {found:?}");
}

#[track_caller]
pub fn component(rule: &str, section: &str, component: &str, end: &str, help: &str) {
    let text = format!("{HEAD}components:\n  {section}:\n    A: {component}\n");
    check(rule, &text, 6, end, help);
}

/// A document with one path item.
pub fn path(path: &str, item: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{title: A, version: '1'}}\npaths:\n  {path}: {item}\n")
}
