//! An encoding that does not apply.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "encoding-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An `encoding` is outside of a request body of a form or `multipart` media type.",
        rationale: "The specification applies it there only, so it has no effect.",
        help: "remove it",
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
        diagnostics.at_key(encoding, "`encoding` outside of a request body is ignored");
    } else if !media::is_multipart(key) && !media::is_form(key) {
        diagnostics.at_key(encoding, format!("`encoding` of {key} is ignored"));
    }
}
