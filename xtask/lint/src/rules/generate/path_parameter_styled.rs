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

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(style) = parameter.get("style") else { return };
    let Some(name @ ("label" | "matrix")) = style.as_str() else { return };
    let schema = parameter.get("schema").and_then(|schema| index.resolve(schema));
    let explode = parameter.get("explode").and_then(Node::as_bool) == Some(true);
    let parameter = parameter.get("name").and_then(Node::as_str).unwrap_or("id");
    let help = match (schema.and_then(|schema| schema.get("type")?.as_str()), name) {
        // Each item or property has a prefix of its own.
        (Some("object"), _) | (Some("array"), "label") => OTHER.to_owned(),
        (Some("array"), _) if explode => OTHER.to_owned(),
        (_, "label") => format!("remove `style`, and write `.{{{parameter}}}` in the path"),
        _ => format!("remove `style`, and write `;{parameter}={{{parameter}}}` in the path"),
    };
    let message = format!("the client does not support style `{name}`");
    diagnostics.with_help(help).at(style, message);
}

const OTHER: &str =
    "write `style: simple`, if the service accepts it; otherwise remove the operation";
