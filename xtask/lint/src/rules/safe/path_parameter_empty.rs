//! A path parameter that may be empty.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-empty",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A string parameter in a path may be empty: its schema has no `minLength`, \
                  `pattern`, `enum` or `format` that excludes the empty string.",
        rationale: "An empty value changes the path, so a client that deletes one app could delete \
                    all apps.",
        help: "add `minLength: 1`, or the documented `pattern`",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, schema: {type: string, minLength: 1}}
    B: {name: b, in: path, required: true, schema: {$ref: '#/components/schemas/B'}}
    C: {name: c, in: path, required: true, schema: {type: integer}}
  schemas: {B: {type: string, format: uuid}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let says = |field: &str| parameter.get(field).and_then(Node::as_str);
    let Some(schema) = parameter.get("schema").filter(|_| says("in") == Some("path")) else {
        return;
    };
    let parts = composition::conjuncts(index, schema);
    let is_string =
        parts.iter().any(|part| part.get("type").and_then(Node::as_str) == Some("string"));
    if is_string && !parts.iter().any(|part| excludes_empty(*part)) {
        let name = says("name").unwrap_or_default();
        diagnostics.at(
            parameter.get("name").unwrap_or(parameter),
            format!("path parameter `{name}` may be empty"),
        );
    }
}

fn excludes_empty(schema: Node) -> bool {
    let formats = ["uuid", "date", "date-time", "ipv4", "ipv6", "uri", "email", "hostname"];
    let text = |field: &str| schema.get(field).and_then(Node::as_str);
    let pattern = text("pattern").and_then(|pattern| Pattern::new(pattern).ok().flatten());
    schema.get("minLength").and_then(Node::as_u64).is_some_and(|least| least > 0)
        || pattern.is_some_and(|pattern| pattern.is_in("", &Budget::default()) == Ok(false))
        || text("format").is_some_and(|format| formats.contains(&format))
        || schema.get("enum").is_some_and(|list| list.items().all(|item| item.as_str() != Some("")))
}
