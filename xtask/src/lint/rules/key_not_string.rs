//! A key that is no text.

use super::*;

pub static RULE: Rule = Rule {
    id: "key-not-string",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A key is an object or a list, or there is none.",
    why: "JSON has only keys that are strings.",
    instead: "write a string",
    failing: &["
x-a: {? [a] : b} # <-
"],
    passing: &["
x-a: {1: b}
"],
    check: Check::Reader(ProblemKind::KeyNotString),
};
