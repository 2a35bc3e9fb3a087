//! A document without anything in it.

use super::*;

pub static RULE: Rule = Rule {
    id: "document-empty",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The text has no value.",
    why: "There is no API in it.",
    instead: "start with `openapi: 3.0.3`",
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Reader(ProblemKind::Empty),
};
