//! A parameter that says twice what it holds.

use super::*;

pub static RULE: Rule = Rule {
    id: "parameter-schema-doubled",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A parameter or header has both `schema` and `content`.",
    why: "The specification allows one of them; with both it is not said how the value is \
          written.",
    instead: "keep `schema` for a plain value, `content` for a whole media type",
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

fn check(node: Node, _: &Outline, findings: &mut Findings) {
    if let (Some(_), Some(content)) = (node.get("schema"), node.get("content")) {
        findings.at_key(content, "`content` beside `schema`");
    }
}
