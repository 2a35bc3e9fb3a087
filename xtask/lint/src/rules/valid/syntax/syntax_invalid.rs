//! Text that is neither YAML nor JSON.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "syntax-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text is not valid YAML, or not valid JSON in a file with the extension \
                  `.json`.",
        rationale: "Parsers cannot read the document after this position, so the other rules do \
                    not run.",
        help: "correct the syntax at the marked position",
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
