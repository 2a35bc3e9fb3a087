//! Objects and arrays that are nested too deep.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "nesting-too-deep",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "Objects and arrays are nested more than 128 levels deep.",
        rationale: "Recursive parsers overflow the stack; the other rules do not run.",
        help: "move the inner parts to `components`, and refer to them with `$ref`",
    },
    stops_generation: false,
    failing: &[],
    passing: &["
paths: {}
"],
    check: Check::Parser(ParseDiagnosticKind::TooDeep),
};
