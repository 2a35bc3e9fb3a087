//! A parameter without a media type, or with several.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-content-not-single",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `content` of a parameter or header does not have exactly one entry.",
        rationale: "The media type defines how clients serialize the value; with several, they \
                    cannot choose.",
        help: "keep exactly one media type in `content`",
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
            diagnostics.at_key(
                content,
                format!("expected one media type in `content`, found {}", content.len()),
            );
        }
        _ => {}
    }
}
