//! `allowReserved` outside of a query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "allow-reserved-misplaced",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A parameter or header with `allowReserved: true` is not in the query.",
        rationale: "The specification applies the field only to query parameters, so clients \
                    ignore it.",
        help: "remove `allowReserved`",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, allowReserved: true, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, allowReserved: true, schema: {type: string}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(value) = node.get("allowReserved") else { return };
    let location = match node.get("in") {
        None => "header",
        // Another rule reports a place that does not exist.
        Some(_) => index.choice(node, "in").unwrap_or("query"),
    };
    if value.as_bool() == Some(true) && location != "query" {
        diagnostics.at_key(value, format!("`allowReserved` has no effect in a {location}"));
    }
}
