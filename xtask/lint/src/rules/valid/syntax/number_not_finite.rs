//! A number that JSON does not have.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "number-not-finite",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A number is infinite or not a number.",
        rationale: "JSON cannot write it, so it is lost on the way.",
        help: "leave it out, or put it in quotes if it is text",
    },
    stops_generation: true,
    failing: &["
x-a: .inf # <-
"],
    passing: &["
x-a: 1e300
"],
    check: Check::Parser(ParseDiagnosticKind::NotFinite),
};
