//! A parameter with both `schema` and `content`.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-schema-doubled",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter or header has both `schema` and `content`.",
        rationale: "The specification allows only one of the two, so clients may serialize the \
                    value in different ways.",
        help: "keep `schema` for a plain value, or `content` for a value with a media type",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A:
      name: a
      in: query
      schema: {type: string}
      content: {text/plain: {}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, content: {application/json: {}}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if let (Some(_), Some(content)) = (node.get("schema"), node.get("content")) {
        diagnostics.at_key(content, "`content` and `schema` are mutually exclusive");
    }
}
