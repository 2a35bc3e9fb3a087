//! A parameter that may be sent without a value.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "allow-empty-value-discouraged",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A parameter has `allowEmptyValue: true`.",
        rationale: "The specification recommends against it and plans to remove it, so tools may \
                    not support it.",
        help: "remove `allowEmptyValue`, and use a boolean parameter",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: query, allowEmptyValue: true, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, schema: {type: boolean}}
    B: {name: b, in: query, allowEmptyValue: false, schema: {type: string}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    match parameter.get("allowEmptyValue") {
        Some(value) if value.as_bool() == Some(true) => {
            diagnostics.at_key(value, "`allowEmptyValue` is not recommended");
        }
        _ => {}
    }
}
