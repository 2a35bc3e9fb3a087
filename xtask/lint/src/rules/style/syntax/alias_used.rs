//! A value that stands elsewhere in the text.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "alias-used",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A value is an alias, as `*name`.",
        rationale: "JSON has none, and tools that edit the document write every copy out.",
        help: "put the value under `components` and use `$ref`",
    },
    stops_generation: false,
    failing: &["
x-a: &a {b: 1}
x-b: *a # <-
"],
    passing: &["
x-a: {b: 1}
"],
    check: Check::Parser(ParseDiagnosticKind::Alias),
};
