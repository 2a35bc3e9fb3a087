//! Values that are only in the description.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "values-in-prose",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The description of a string lists its values, but the schema has no `enum`, \
                  `x-extensible-enum` or `pattern`.",
        rationale: "The generated code has no names for the values, and tools cannot check them.",
        help: "add `enum` for values in requests, or `x-extensible-enum` for values in responses",
    },
    stops_generation: false,
    failing: &[r#"
components:
  schemas:
    A:
      type: string
      description: "The order. Possible values: `asc`, `desc`." # <-
"#],
    passing: &[r#"
components:
  schemas:
    A: {type: string, enum: [asc, desc], description: "Possible values: `asc`, `desc`."}
    B: {type: string, description: An order.}
    C: {type: string, description: "Kinds, separated by commas. Valid values: `a`, `b`."}
"#],
    check: Check::Each(&[Kind::Schema], check),
};

fn check(schema: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = schema.get("description") else { return };
    let lists = ["enum", mapping::extensions::EXTENSIBLE_ENUM, "pattern"];
    let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
    if !is_string || lists.iter().any(|field| schema.get(field).is_some()) {
        return;
    }
    let text = node.as_str().unwrap_or_default().to_ascii_lowercase();
    // Of several in one string no `enum` can speak.
    if text.contains("separated") {
        return;
    }
    let starts = [
        "possible values",
        "allowed values",
        "valid values",
        "value can be",
        "one of `",
        "options are",
    ];
    let list = starts.iter().filter_map(|start| Some(text.split_once(start)?.1)).next();
    if list.is_some_and(|list| {
        list.split('.').next().is_some_and(|list| list.contains([',', '|', '`']))
    }) {
        diagnostics.at(node, "the description lists values, but the schema has no `enum`");
    }
}
