//! A YAML tag that is not a type of JSON.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "tag-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A value has a YAML tag that is not a type of JSON, or that does not match the \
                  value.",
        rationale: "The specification allows only the tags of JSON; parsers interpret other tags \
                    in different ways.",
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
