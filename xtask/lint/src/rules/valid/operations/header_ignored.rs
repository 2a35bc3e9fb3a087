//! A header that the specification ignores.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "header-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The headers of a response or of an encoding contain `Content-Type`.",
        rationale: "The specification ignores the header, so clients take the media type from \
                    `content` or `contentType`.",
        help: "remove the header",
    },
    stops_generation: false,
    failing: &["
components:
  responses:
    A:
      description: An a.
      headers:
        content-type: {schema: {type: string}} # <-
"],
    passing: &["
components:
  responses:
    A:
      description: An a.
      headers: {ETag: {schema: {type: string}}}
"],
    check: Check::Each(&[Kind::Response, Kind::Encoding], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in node.get("headers").into_iter().flat_map(Node::entries) {
        if entry.key.eq_ignore_ascii_case("content-type") {
            diagnostics.at_key(entry.value, format!("header `{}` is ignored here", entry.key));
        }
    }
}
