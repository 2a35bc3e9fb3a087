//! Bytes that are not UTF-8.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-not-utf8",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The file has bytes that are not UTF-8.",
        rationale: "JSON must be in UTF-8. YAML may also be in UTF-16 or UTF-32, but most tools do \
                    not read them. No other rule checks the file.",
        help: "save the file as UTF-8",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
info: {title: Größe, version: '1'}
"],
    check: Check::Parser(ParseDiagnosticKind::Encoding),
};
