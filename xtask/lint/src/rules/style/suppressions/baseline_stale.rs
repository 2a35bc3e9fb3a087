//! A known diagnostic that is gone.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "baseline-stale",
        group: Group::Style,
        severity: Severity::Error,
        summary: "An entry of the baseline has no diagnostic any more, or names no rule.",
        rationale: "The entry would hide the diagnostic if it comes back.",
        help: "remove the entry",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::PostProcess,
};
