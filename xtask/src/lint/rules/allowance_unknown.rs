//! An allowance of no rule.

use super::*;

pub static RULE: Rule = Rule {
    id: "allowance-unknown",
    group: Group::Style,
    severity: Severity::Error,
    what: "A comment `lint-allow` names no rule.",
    why: "It allows nothing; mostly the name is misspelt.",
    instead: "write it as `# lint-allow rule-id: reason`",
    failing: &["
x-a: 1 # lint-allow path-twice: both are in the documentation # <-
"],
    passing: &["
x-a: 'a # lint-allow path-twice: no comment'
"],
    check: Check::Elsewhere,
};
