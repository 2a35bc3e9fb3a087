//! A document of more than a gibibyte.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-too-large",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The file is larger than 1024 MiB.",
        rationale: "The parser does not read the file, so the other rules do not run.",
        help: "split the document into several files",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::TooLarge),
};
