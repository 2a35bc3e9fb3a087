//! A document without a license.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "info-license-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The info object has no `license`.",
        rationale: "Users cannot tell whether they are allowed to generate a client from the \
                    document.",
        help: "add `license` with a `name`, such as `license: {name: MIT}`",
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
        diagnostics.at_key(info, "the info object has no `license`");
    }
}
