//! A document without anything in it.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-empty",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text has no value.",
        rationale: "There is no API in it.",
        help: "start with `openapi: 3.0.3`",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::Empty),
};
