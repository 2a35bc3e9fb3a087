//! A header parameter that the specification ignores.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A header parameter is named `Accept`, `Content-Type` or `Authorization`.",
        rationale: "The specification ignores the parameter: clients set these headers from media \
                    types and security schemes.",
        help: "remove the parameter, and describe it with `content` or a security scheme",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: authorization, in: header, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: X-Authorization, in: header, schema: {type: string}}
    B: {name: authorization, in: query, schema: {type: string}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let says = |field: &str| parameter.get(field).and_then(Node::as_str).unwrap_or_default();
    if says("in") == "header" && spec::is_ignored_header(says("name")) {
        let name = parameter.get("name").unwrap_or(parameter);
        diagnostics.at(name, format!("header parameter `{}` is ignored", says("name")));
    }
}
