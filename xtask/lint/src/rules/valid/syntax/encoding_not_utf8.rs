//! Bytes that are not UTF-8.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-not-utf8",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The file has bytes that are not UTF-8.",
        rationale: "JSON and YAML are exchanged in UTF-8; no other rule looks.",
        help: "save the file as UTF-8",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
info: {title: Größe, version: '1'}
"],
    check: Check::Parser(ParseDiagnosticKind::Encoding),
};
