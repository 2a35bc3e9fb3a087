//! A key of `content` that is no media type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "media-type-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `content` is neither a media type as `application/json`, nor a range as \
                  `image/*`.",
        rationale: "No request or response can name it, so the client never sends or reads it.",
        help: "write type, slash and subtype",
    },
    stops_generation: false,
    failing: &["
components:
  responses:
    A:
      description: An a.
      content:
        json: {} # <-
        application/json,text/json: {} # <-
"],
    passing: &[r#"
components:
  responses:
    A: {description: An a., content: {application/problem+json; charset=utf-8: {}, '*/*': {}, image/*: {}}}
    B: {description: A b., content: {'text/plain; a="b;c"': {}}}
"#],
    check: Check::Each(&[Kind::MediaType], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    // A component or another target of a reference may have any name.
    let in_content = node.parent().is_some_and(|parent| parent.key() == Some("content"));
    let Some(key) = node.key().filter(|_| in_content && index.owner(node).is_some()) else {
        return;
    };
    if !media::is_media_type(key) {
        diagnostics.at_key(node, format!("`{key}` is no media type"));
    }
}
