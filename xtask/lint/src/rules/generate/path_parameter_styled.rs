//! A path parameter with a prefix.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-styled",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A path parameter has the style `label` or `matrix`.",
        rationale: "The client writes the plain value into the path, without the dot or semicolon \
                    that the server expects.",
        help: "remove `style`, and write the prefix into the path, such as `/a/.{id}` or \
               `/a/;id={id}`",
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
        diagnostics.at(style, format!("style `{name}` is not supported for path parameters"));
    }
}
