//! A baseline entry without a diagnostic.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "baseline-stale",
        group: Group::Style,
        severity: Severity::Error,
        summary: "An entry of the baseline matches no diagnostic, or names an unknown rule.",
        rationale: "If the problem occurs again, the entry hides it from reviewers.",
        help: "remove the entry",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::PostProcess,
};
