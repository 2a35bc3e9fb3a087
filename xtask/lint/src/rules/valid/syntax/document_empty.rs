//! An empty document.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-empty",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The text contains no value.",
        rationale: "The generator finds no API in the document, and the other rules do not run.",
        help: "start with `openapi: 3.0.3`",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::Empty),
};
