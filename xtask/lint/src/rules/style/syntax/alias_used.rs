//! A value that is an alias.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "alias-used",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A value is an alias such as `*name`.",
        rationale: "JSON has no aliases, and tools that edit the document replace each alias with \
                    a copy of its value.",
        help: "move the value to `components`, and refer to it with `$ref`",
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
