//! A document that does not say who may use it.

use super::*;

pub static RULE: Rule = Rule {
    id: "info-license-missing",
    group: Group::Style,
    severity: Severity::Warning,
    what: "The document has no `license`.",
    why: "Who generates a client from it does not know whether that is allowed.",
    instead: "add `license` with its `name`",
    failing: &["
info: {title: A, version: '1'} # <-
"],
    passing: &["
info: {title: A, version: '1', license: {name: MIT}}
"],
    check: Check::Each(&[Kind::Info], check),
};

fn check(info: Node, _: &Outline, findings: &mut Findings) {
    if info.get("license").is_none() {
        findings.at_key(info, "no `license`");
    }
}
