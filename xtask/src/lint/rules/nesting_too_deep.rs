//! Objects and arrays too deep inside one another.

use super::*;

pub static RULE: Rule = Rule {
    id: "nesting-too-deep",
    group: Group::Valid,
    severity: Severity::Error,
    what: "More than 128 objects and arrays are inside one another.",
    why: "Tools that read them in turn run out of stack; no other rule looks.",
    instead: "name the inner parts under `components` and refer to them",
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Reader(ProblemKind::TooDeep),
};
