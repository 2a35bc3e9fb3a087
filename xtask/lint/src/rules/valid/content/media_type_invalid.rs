//! A key of `content` that is not a media type.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "media-type-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A key of `content` is neither a media type such as `application/json` nor a \
                  range such as `image/*`.",
        rationale: "No `Content-Type` header matches the key, so clients never send or read this \
                    body.",
        help: "write the key as `type/subtype`, such as `application/json`",
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
    if media::is_media_type(key) {
        return;
    }
    let message = format!("`{key}` is not a valid media type");
    match media::is_misplaced_field(node) {
        true => diagnostics.with_help(indent(node, key)).at_key(node, message),
        false => diagnostics.at_key(node, message),
    }
}

/// What to do with a field of a media type that is on the level of the media types.
fn indent(node: Node, field: &str) -> String {
    let entries = node.parent().into_iter().flat_map(Node::entries);
    let before = entries.take_while(|entry| entry.value != node).map(|entry| entry.key);
    match before.filter(|key| media::is_media_type(key)).last() {
        Some(media_type) => format!("indent `{field}` under `{media_type}`"),
        None => format!(
            "write a media type such as `application/json` before `{field}`, and indent `{field}` \
             under it"
        ),
    }
}
