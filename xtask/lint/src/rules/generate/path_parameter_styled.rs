//! A path parameter that is not written plainly.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-styled",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A path parameter has the style `label` or `matrix`.",
        rationale: "The client writes the bare value into the path, and the service would not find \
                    its dot or semicolon.",
        help: "leave the style out and write what stands around the value into the path, as in \
               `/a/.{id}` or `/a/;id={id}`",
    },
    stops_generation: true,
    failing: &["
paths:
  /a/{id}:
    get:
      parameters:
        - name: id
          in: path
          required: true
          style: matrix # <-
          schema: {type: string}
      responses: {default: {description: An a.}}
"],
    passing: &["
paths:
  /a/{id}:
    get:
      parameters: [{name: id, in: path, required: true, style: simple, schema: {type: string}}]
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(style) = parameter.get("style") else { return };
    if let Some(name @ ("label" | "matrix")) = style.as_str() {
        diagnostics.at(style, format!("a path parameter with the style `{name}`"));
    }
}
