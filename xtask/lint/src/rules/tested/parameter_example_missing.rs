//! A parameter without an example.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-example-missing",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "A parameter has no example, default or enum.",
        rationale: "Generated tests send the values in the document, so they never send the \
                    parameter.",
        help: "add `example`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, schema: {type: string}} # <-
      responses: {default: {description: An a.}}
"],
    passing: &["
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, schema: {type: string}, example: a}
        - {name: b, in: query, schema: {$ref: '#/components/schemas/B'}}
      responses: {default: {description: An a.}}
components:
  schemas: {B: {type: string, example: b}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let says = |field: &str| parameter.get(field).and_then(Node::as_str).unwrap_or_default();
    if says("in") == "header" && spec::is_ignored_header(says("name")) {
        return;
    }
    let content = parameter.get("content").and_then(|content| content.entries().next());
    let carrier = content.map_or(parameter, |entry| entry.value);
    let schema = carrier.get("schema").and_then(|schema| index.resolve(schema));
    let of_schema = |field: &str| schema.is_some_and(|schema| schema.get(field).is_some());
    let has = carrier.get("example").is_some()
        || carrier.get("examples").is_some_and(|examples| !examples.is_empty())
        || of_schema("example")
        || of_schema("default")
        || of_schema("enum");
    if !has {
        diagnostics.at_key(parameter, format!("parameter `{}` has no example", says("name")));
    }
}
