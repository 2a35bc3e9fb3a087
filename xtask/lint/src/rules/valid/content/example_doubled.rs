//! `example` and `examples` in one object.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-doubled",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter, header or media type has both `example` and `examples`.",
        rationale: "The two fields are mutually exclusive, so each tool shows its readers another \
                    example.",
        help: "move the value of `example` into `examples` under a name, and remove `example`",
    },
    stops_generation: false,
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

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if let (Some(_), Some(examples)) = (node.get("example"), node.get("examples")) {
        diagnostics.at_key(examples, "`examples` and `example` are mutually exclusive");
    }
}
