//! `example` and `examples` in one object.

use super::*;

pub static RULE: Rule = Rule {
    id: "example-doubled",
    group: Group::Valid,
    severity: Severity::Error,
    what: "A parameter, header or media type has both `example` and `examples`.",
    why: "The specification says that they exclude each other.",
    instead: "move the lone example into `examples`, with a name",
    failing: &["
components:
  parameters:
    A:
      name: a
      in: query
      schema: {type: string}
      example: a
      examples: {b: {value: b}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, schema: {type: string}, examples: {b: {value: b}}}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header, Kind::MediaType], check),
};

fn check(node: Node, _: &Outline, findings: &mut Findings) {
    if let (Some(_), Some(examples)) = (node.get("example"), node.get("examples")) {
        findings.at_key(examples, "`examples` beside `example`");
    }
}
