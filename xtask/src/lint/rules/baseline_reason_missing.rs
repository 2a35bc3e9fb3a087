//! A known finding without a reason.

use super::*;

pub static RULE: Rule = Rule {
    id: "baseline-reason-missing",
    group: Group::Style,
    severity: Severity::Error,
    what: "An entry of the baseline has no `reason`.",
    why: "Nobody can tell later why it was not mended.",
    instead: "add `reason`",
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Elsewhere,
};
