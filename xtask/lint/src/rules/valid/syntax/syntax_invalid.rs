//! Text that is neither YAML nor JSON.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "syntax-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text breaks the grammar of YAML, or of JSON in a file that ends in `.json`.",
        rationale: "Nothing can be read from there on, so no other rule looks.",
        help: "correct the text at the mark",
    },
    stops_generation: false,
    failing: &["
paths: {}} # <-
"],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::Syntax),
};
