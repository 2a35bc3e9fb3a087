//! A known finding that is gone.

use super::*;

pub static RULE: Rule = Rule {
    id: "baseline-stale",
    group: Group::Style,
    severity: Severity::Error,
    what: "An entry of the baseline has no finding any more, or names no rule.",
    why: "The list may only shrink, and an entry too many would hide the fault when it comes \
          back.",
    instead: "remove the entry",
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Elsewhere,
};
