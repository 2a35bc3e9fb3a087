//! `allowEmptyValue` outside of a query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "allow-empty-value-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter or header with `allowEmptyValue: true` is not in the query.",
        rationale: "The specification allows the field only for query parameters, so clients \
                    ignore it.",
        help: "remove `allowEmptyValue`",
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
        diagnostics.at_key(value, format!("`allowEmptyValue` is not allowed in a {location}"));
    }
}
