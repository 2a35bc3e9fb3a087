//! A key that is not a string.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-not-string",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key is an object or an array, or is missing.",
        rationale: "Keys of JSON are strings, so tools that convert the document to JSON reject \
                    it.",
        help: "write a string as the key",
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
