//! An allowance without a reason.

use super::*;

pub static RULE: Rule = Rule {
    id: "allowance-reason-missing",
    group: Group::Style,
    severity: Severity::Error,
    what: "A comment `lint-allow` gives no reason after the rule.",
    why: "Nobody can tell later whether it still holds, so it does not count.",
    instead: "write it as `# lint-allow rule-id: reason`",
    failing: &["
x-a: 1 # lint-allow path-duplicate: # <-
"],
    passing: &["
x-a: 1
"],
    check: Check::Elsewhere,
};
