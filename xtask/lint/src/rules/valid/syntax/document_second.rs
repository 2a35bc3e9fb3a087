//! A second document in one file.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "document-second",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "After `---` or `...` the file goes on with another YAML document.",
        rationale: "It is not read.",
        help: "put it into a file of its own",
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
