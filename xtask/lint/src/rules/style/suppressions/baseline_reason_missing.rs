//! A baseline entry without a reason.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "baseline-reason-missing",
        group: Group::Style,
        severity: Severity::Error,
        summary: "An entry of the baseline has no `reason`.",
        rationale: "Reviewers cannot tell why the problem was not fixed.",
        help: "add `reason` to the entry",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::PostProcess,
};
