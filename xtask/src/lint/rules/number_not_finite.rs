//! A number that JSON does not have.

use super::*;

pub static RULE: Rule = Rule {
    id: "number-not-finite",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A number is infinite or not a number.",
    why: "JSON cannot write it, so it is lost on the way.",
    instead: "leave it out, or put it in quotes if it is text",
    failing: &["
x-a: .inf # <-
"],
    passing: &["
x-a: 1e300
"],
    check: Check::Reader(ProblemKind::NotFinite),
};
