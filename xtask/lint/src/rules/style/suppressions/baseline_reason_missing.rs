//! A known diagnostic without a reason.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "baseline-reason-missing",
        group: Group::Style,
        severity: Severity::Error,
        summary: "An entry of the baseline has no `reason`.",
        rationale: "Later, reviewers cannot tell why it was not fixed.",
        help: "add `reason`",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::PostProcess,
};
