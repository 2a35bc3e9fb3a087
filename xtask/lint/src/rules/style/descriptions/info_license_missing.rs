//! A document that does not say who may use it.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "info-license-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The document has no `license`.",
        rationale: "Who generates a client from it does not know whether that is allowed.",
        help: "add `license` with its `name`",
    },
    stops_generation: false,
    failing: &["
info: {title: A, version: '1'} # <-
"],
    passing: &["
info: {title: A, version: '1', license: {name: MIT}}
"],
    check: Check::Each(&[Kind::Info], check),
};

fn check(info: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if info.get("license").is_none() {
        diagnostics.at_key(info, "no `license`");
    }
}
