//! Objects and arrays too deep inside one another.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "nesting-too-deep",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "More than 128 objects and arrays are inside one another.",
        rationale: "Tools that read them in turn run out of stack; no other rule looks.",
        help: "name the inner parts under `components` and refer to them",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::TooDeep),
};
