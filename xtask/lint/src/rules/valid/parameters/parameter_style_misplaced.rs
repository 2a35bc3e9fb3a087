//! A style that the place of its parameter does not have.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-style-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The `style` of a parameter is not one that its `in` allows.",
        rationale: "The styles `matrix` and `label` make paths, `form` and the others make \
                    queries; elsewhere they mean nothing.",
        help: "use `simple` for paths and headers, `form` for queries and cookies",
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
            let message =
                format!("style `{style}` in {location}, which has `{}`", allowed.join("`, `"));
            diagnostics.at(node, message);
        }
        _ => {}
    }
}
