//! A second document in one file.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-second",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The file contains another YAML document after `---` or `...`.",
        rationale: "Tools read only the first document, so the generator rejects the file.",
        help: "move the second document to a separate file",
    },
    stops_generation: true,
    failing: &["
openapi: 3.0.3
info: {title: A, version: '1'}
paths: {}
--- # <-
paths: {}
"],
    passing: &["
---
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::SecondDocument),
};
