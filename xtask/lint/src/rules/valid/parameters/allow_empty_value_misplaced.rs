//! `allowEmptyValue` outside of a query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "allow-empty-value-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter or header has `allowEmptyValue: true`, but is not in the query.",
        rationale: "The specification has it for query parameters only: elsewhere there is no \
                    empty value to send.",
        help: "remove it",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: header, allowEmptyValue: true, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, allowEmptyValue: true, schema: {type: string}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(value) = node.get("allowEmptyValue") else { return };
    let location = match node.get("in") {
        None => "header",
        // Another rule reports a place that does not exist.
        Some(_) => index.choice(node, "in").unwrap_or("query"),
    };
    if value.as_bool() == Some(true) && location != "query" {
        diagnostics.at_key(value, format!("`allowEmptyValue` in {location}"));
    }
}
