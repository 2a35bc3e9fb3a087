//! A tag that JSON has no type for.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "tag-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A value has a tag that is not of JSON's types, or that does not fit it.",
        rationale: "The specification allows the tags of JSON only; each tool makes something else \
                    of another.",
        help: "remove the tag",
    },
    stops_generation: false,
    failing: &["
x-a: !date 2026-11-22 # <-
"],
    passing: &["
x-a: !!str 1
"],
    check: Check::Parser(ParseDiagnosticKind::Tag),
};
