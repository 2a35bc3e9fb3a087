//! A multipart body without a schema.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "multipart-schema-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A request body of a `multipart` media type has no `schema`.",
        rationale: "The parts of the body are the properties of the schema; without it, clients do \
                    not know which parts to send.",
        help: "add a `schema` of type `object` with a property for each part",
    },
    stops_generation: false,
    failing: &["
components:
  requestBodies:
    A: {content: {multipart/form-data: {}}} # <-
"],
    passing: &["
components:
  requestBodies:
    A: {content: {multipart/form-data: {schema: {type: object}}, text/plain: {}}}
"],
    check: Check::Each(&[Kind::RequestBody], check),
};

fn check(body: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in body.get("content").into_iter().flat_map(Node::entries) {
        if media::is_multipart(entry.key)
            && entry.value.is_object()
            && entry.value.get("schema").is_none()
        {
            diagnostics
                .at_key(entry.value, format!("the media type {} has no `schema`", entry.key));
        }
    }
}
