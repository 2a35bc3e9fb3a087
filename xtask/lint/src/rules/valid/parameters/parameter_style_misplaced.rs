//! A style that the location of the parameter does not allow.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-style-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `in` of a parameter does not allow its `style`.",
        rationale: "The specification does not define how clients serialize the value in this \
                    location.",
        help: "use `simple` for `path` and `header`, and `form` for `query` and `cookie`",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, style: form, schema: {type: string}} # <-
    B: {name: b, in: cookie, style: deepObject, schema: {type: object}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, style: label, schema: {type: string}}
    B: {name: b, in: query, style: deepObject, explode: true, schema: {type: object}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = parameter.get("style") else { return };
    let location = parameter.get("in").and_then(Node::as_str).unwrap_or_default();
    let allowed = styles::of_location(location);
    let known =
        ["matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject"];
    let Some(style) = node.as_str().filter(|style| known.contains(style)) else { return };
    if allowed.is_empty() || allowed.contains(&style) {
        return;
    }
    let schema = parameter.get("schema").and_then(|schema| index.resolve(schema));
    let kind = schema.and_then(|schema| index.choice(schema, "type"));
    let explode = parameter.get("explode").and_then(Node::as_bool);
    let is_defined =
        |style: &&str| kind.is_none_or(|kind| styles::undefined(style, kind, explode).is_none());
    let defined: Vec<&str> = allowed.iter().copied().filter(is_defined).collect();
    let help = match defined.as_slice() {
        [only] => format!("write `style: {only}`"),
        _ => format!("use one of: {}", defined.join(", ")),
    };
    let message = format!("style `{style}` is not allowed in a {location}");
    diagnostics.with_help(help).at(node, message);
}
