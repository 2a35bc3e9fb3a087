//! A document of over a gibibyte.

use super::*;

pub static RULE: Rule = Rule {
    id: "document-too-large",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The file is larger than 1024 MiB.",
    why: "It is not read; no API needs as much.",
    instead: "split it",
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Reader(ProblemKind::TooLarge),
};
