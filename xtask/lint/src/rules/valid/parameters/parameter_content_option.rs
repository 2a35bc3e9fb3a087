//! A parameter with `content` and a field that applies only to `schema`.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-content-option",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter or header with `content` also has `style`, `explode`, \
                  `allowReserved`, `example` or `examples`.",
        rationale: "These fields apply only to `schema`; tools that use the official JSON Schema \
                    of OpenAPI reject the document.",
        help: "remove the field; move an example into the media type",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A:
      name: a
      in: query
      content: {application/json: {}}
      style: form # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, content: {application/json: {example: a}}}
    B: {name: b, in: query, schema: {type: string}, style: form}
"],
    check: Check::Each(&[Kind::Parameter, Kind::Header], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if node.get("content").is_none() || node.get("schema").is_some() {
        return;
    }
    for field in ["style", "explode", "allowReserved", "example", "examples"] {
        if let Some(value) = node.get(field) {
            let help = match field {
                "example" | "examples" => format!("move `{field}` into the media type"),
                _ => format!("remove `{field}`"),
            };
            diagnostics
                .with_help(help)
                .at_key(value, format!("`{field}` and `content` are mutually exclusive"));
        }
    }
}
