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

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = parameter.get("style") else { return };
    let location = parameter.get("in").and_then(Node::as_str).unwrap_or_default();
    let allowed: &[&str] = match location {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        "cookie" => &["form"],
        _ => return,
    };
    let known =
        ["matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject"];
    match node.as_str() {
        Some(style) if known.contains(&style) && !allowed.contains(&style) => {
            let help = match allowed {
                [only] => format!("write `style: {only}`"),
                _ => format!("use one of: {}", allowed.join(", ")),
            };
            let message = format!("style `{style}` is not allowed in a {location}");
            diagnostics.with_help(help).at(node, message);
        }
        _ => {}
    }
}
