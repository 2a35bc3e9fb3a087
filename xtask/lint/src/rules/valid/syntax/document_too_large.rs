//! A document of over a gibibyte.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-too-large",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The file is larger than 1024 MiB.",
        rationale: "It is not read; no API needs as much.",
        help: "split it",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::TooLarge),
};
