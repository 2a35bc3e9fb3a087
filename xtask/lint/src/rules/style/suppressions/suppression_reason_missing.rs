//! A suppression without a reason.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "suppression-reason-missing",
        group: Group::Style,
        severity: Severity::Error,
        summary: "A comment `lint-allow` has no reason after the rule.",
        rationale: "Reviewers cannot tell whether the suppression is still needed, so it has no \
                    effect.",
        help: "write `# lint-allow rule-id: reason`",
    },
    stops_generation: false,
    failing: &["
x-a: 1 # lint-allow path-duplicate: # <-
"],
    passing: &["
x-a: 1
"],
    check: Check::PostProcess,
};
