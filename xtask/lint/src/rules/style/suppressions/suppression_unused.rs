//! A suppression without a diagnostic.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "suppression-unused",
        group: Group::Style,
        severity: Severity::Error,
        summary: "A comment `lint-allow` names a rule that reports nothing on its line.",
        rationale: "Reviewers expect a diagnostic that does not exist, and the comment would hide \
                    the next diagnostic.",
        help: "remove the comment",
    },
    stops_generation: false,
    failing: &["
x-a: 1 # lint-allow path-duplicate: both are in the documentation # <-
"],
    passing: &["
paths:
  /a/{b}: {}
  /a/{c}: {} # lint-allow path-duplicate: both are in the documentation
"],
    check: Check::PostProcess,
};
