//! A parameter without a type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-schema-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter or header has neither `schema` nor `content`.",
        rationale: "The specification requires one of the two; without it, the generated code has \
                    no type for the value.",
        help: "add `schema` with the type of the value",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: query} # <-
  headers:
    B: {description: A b.} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, schema: {type: string}}
  headers:
    B: {content: {text/plain: {}}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if node.get("schema").is_none() && node.get("content").is_none() {
        let subject = match index.kind(node) {
            Some(Kind::Header) => words::keyed("header", node),
            _ => words::named("parameter", node),
        };
        diagnostics.at_key(node, format!("{subject} has neither `schema` nor `content`"));
    }
}
