//! A value that stands elsewhere in the text.

use super::*;

pub static RULE: Rule = Rule {
    id: "alias-used",
    group: Group::Style,
    severity: Severity::Warning,
    what: "A value is an alias, as `*name`.",
    why: "JSON has none, and tools that edit the document write every copy out.",
    instead: "put the value under `components` and use `$ref`",
    failing: &["
x-a: &a {b: 1}
x-b: *a # <-
"],
    passing: &["
x-a: {b: 1}
"],
    check: Check::Reader(ProblemKind::Alias),
};
