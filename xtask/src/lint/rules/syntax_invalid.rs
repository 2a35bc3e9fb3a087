//! Text that is neither YAML nor JSON.

use super::*;

pub static RULE: Rule = Rule {
    id: "syntax-invalid",
    group: Group::Valid,
    severity: Severity::Error,
    what: "The text breaks the grammar of YAML, or of JSON in a file that ends in `.json`.",
    why: "Nothing can be read from there on, so no other rule looks.",
    instead: "correct the text at the mark",
    failing: &["
paths: {}} # <-
"],
    passing: &["
paths: {}
"],
    check: Check::Reader(ProblemKind::Syntax),
};
