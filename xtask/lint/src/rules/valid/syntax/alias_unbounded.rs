//! Aliases that grow without bound.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "alias-unbounded",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An alias is inside of what it stands for, or all aliases together stand for over \
                  a million values.",
        rationale: "Tools that write them out run out of memory; no other rule looks.",
        help: "write the value out, or name it under `components` and use `$ref`",
    },
    stops_generation: false,
    failing: &["
x-a: &a [*a] # <-
"],
    passing: &["
x-a: [a]
"],
    check: Check::Parser(ParseDiagnosticKind::AliasUnbounded),
};
