//! A second document in one file.

use super::*;

pub static RULE: Rule = Rule {
    id: "document-second",
    group: Group::Valid,
    severity: Severity::Error,
    what: "After `---` or `...` the file goes on with another YAML document.",
    why: "It is not read.",
    instead: "put it into a file of its own",
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
    check: Check::Reader(ProblemKind::SecondDocument),
};
