//! A suppression without a reason.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "suppression-reason-missing",
        group: Group::Style,
        severity: Severity::Error,
        summary: "A comment `lint-allow` gives no reason after the rule.",
        rationale: "Nobody can tell later whether it still holds, so it does not count.",
        help: "write it as `# lint-allow rule-id: reason`",
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
