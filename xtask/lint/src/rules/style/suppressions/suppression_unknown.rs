//! A suppression of no rule.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "suppression-unknown",
        group: Group::Style,
        severity: Severity::Error,
        summary: "A comment `lint-allow` names no rule.",
        rationale: "It allows nothing; mostly the name is misspelt.",
        help: "write it as `# lint-allow rule-id: reason`",
    },
    stops_generation: false,
    failing: &["
x-a: 1 # lint-allow path-twice: both are in the documentation # <-
"],
    passing: &["
x-a: 'a # lint-allow path-twice: no comment'
"],
    check: Check::PostProcess,
};
