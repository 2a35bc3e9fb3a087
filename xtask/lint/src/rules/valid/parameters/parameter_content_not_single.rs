//! A parameter with no media type, or with several.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-content-not-single",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `content` of a parameter or header has not exactly one entry.",
        rationale: "A parameter is written in one way; the specification allows one entry only.",
        help: "keep one media type",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A:
      name: a
      in: query
      content: {application/json: {}, text/plain: {}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, content: {application/json: {}}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    match node.get("content") {
        Some(content) if content.is_object() && content.len() != 1 => {
            diagnostics.at_key(content, format!("`content` with {} media types", content.len()));
        }
        _ => {}
    }
}
