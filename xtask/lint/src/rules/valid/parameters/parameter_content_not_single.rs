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
  headers:
    B: {content: {}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, content: {application/json: {}}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(content) = node.get("content").filter(|content| content.is_object()) else { return };
    let is_media_type = |entry: &Entry| !media::is_misplaced_field(entry.value);
    let count = content.entries().filter(is_media_type).count();
    let message = format!("expected one media type in `content`, found {count}");
    match count {
        1 => {}
        0 => {
            let help = "add a media type to `content`, or write `schema` in place of `content`";
            diagnostics.with_help(help).at_key(content, message);
        }
        _ => diagnostics.at_key(content, message),
    }
}
