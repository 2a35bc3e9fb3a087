//! A key that is no text.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-not-string",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key is an object or a list, or there is none.",
        rationale: "JSON has only keys that are strings.",
        help: "write a string",
    },
    stops_generation: true,
    failing: &["
x-a: {? [a] : b} # <-
"],
    passing: &["
x-a: {1: b}
"],
    check: Check::Parser(ParseDiagnosticKind::KeyNotString),
};
