//! A header parameter that the specification ignores.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A header parameter is called `Accept`, `Content-Type` or `Authorization`.",
        rationale: "The specification says that its definition is ignored: media types and \
                    security schemes say these headers.",
        help: "describe it by `content`, or by a security scheme",
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
        diagnostics.at(name, format!("a parameter for the header {} is ignored", says("name")));
    }
}
