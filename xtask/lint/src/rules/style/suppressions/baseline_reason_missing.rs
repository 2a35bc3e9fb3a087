//! A known finding without a reason.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "baseline-reason-missing",
        group: Group::Style,
        severity: Severity::Error,
        summary: "An entry of the baseline has no `reason`.",
        rationale: "Nobody can tell later why it was not mended.",
        help: "add `reason`",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Elsewhere,
};
