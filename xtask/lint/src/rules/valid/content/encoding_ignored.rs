//! An encoding that has no effect.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An `encoding` is outside of a request body, or in a media type other than \
                  `multipart` and `application/x-www-form-urlencoded`.",
        rationale: "The specification ignores `encoding` there, so clients send the body without \
                    it.",
        help: "remove `encoding`",
    },
    stops_generation: false,
    failing: &["
components:
  requestBodies:
    A:
      content:
        application/json:
          schema: {type: object, properties: {a: {type: string}}}
          encoding: {a: {contentType: text/plain}} # <-
"],
    passing: &["
components:
  requestBodies:
    A:
      content:
        application/x-www-form-urlencoded:
          schema: {type: object, properties: {a: {type: string}}}
          encoding: {a: {style: form}}
"],
    check: Check::Each(&[Kind::MediaType], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let (Some(encoding), Some(key)) = (node.get("encoding"), node.key()) else { return };
    let in_request = index.owner(node).is_some_and(|(_, kind)| kind == Kind::RequestBody);
    if !in_request {
        diagnostics.at_key(encoding, "`encoding` has no effect outside of a request body");
    } else if !media::is_multipart(key) && !media::is_form(key) {
        diagnostics.at_key(encoding, format!("`encoding` has no effect for the media type {key}"));
    }
}
