//! Aliases that expand without bound.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "alias-unbounded",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An alias contains itself, or all aliases together expand to more than a million \
                  values.",
        rationale: "Parsers that expand aliases run out of memory; the other rules do not run.",
        help: "write the value out, or move it to `components` and refer to it with `$ref`",
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
