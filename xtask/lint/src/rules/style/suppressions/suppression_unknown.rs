//! A suppression of an unknown rule.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "suppression-unknown",
        group: Group::Style,
        severity: Severity::Error,
        summary: "A comment `lint-allow` names an unknown rule.",
        rationale: "The comment has no effect, so reviewers still see the diagnostic. Usually, the \
                    name is misspelt.",
        help: "write `# lint-allow rule-id: reason` with the id of a rule",
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
