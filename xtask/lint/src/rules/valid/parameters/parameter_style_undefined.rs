//! A style that is not defined for the type of its parameter.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-style-undefined",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `style` of a parameter is not defined for its type: a style of arrays or \
                  objects for a plain value, or a style of objects for an array.",
        rationale: "The specification does not define the serialization, so each client sends \
                    another value.",
        help: "write `style: form` for a query parameter, or change the type",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: a, in: query, style: deepObject, schema: {type: array, items: {}}} # <-
    B: {name: b, in: query, style: pipeDelimited, schema: {type: string}} # <-
    C: {name: c, in: query, style: spaceDelimited, explode: true, schema: {type: array, items: {}}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: query, style: deepObject, explode: true, schema: {type: object}}
    B: {name: b, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {}}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = parameter.get("style") else { return };
    let schema = parameter.get("schema").and_then(|schema| index.resolve(schema));
    let Some(kind) = schema.and_then(|schema| index.choice(schema, "type")) else { return };
    let explode = parameter.get("explode").and_then(Node::as_bool);
    let style = node.as_str().unwrap_or_default();
    if let Some(why) = styles::undefined(style, kind, explode) {
        diagnostics.at(node, format!("style `{style}` is not defined {why}"));
    }
}
