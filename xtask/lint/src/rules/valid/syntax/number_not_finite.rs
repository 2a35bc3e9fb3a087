//! A number that JSON cannot represent.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "number-not-finite",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A number is infinite or not a number.",
        rationale: "Tools that convert the document to JSON lose the number, because JSON cannot \
                    represent it.",
        help: "remove the value, or put it in quotes if it is text",
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
