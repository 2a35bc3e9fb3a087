//! An XML wrapper of what is no list.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "xml-wrapped-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An `xml` object has `wrapped: true`, but its schema is not of type `array`.",
        rationale: "The specification has it for lists only, so it has no effect.",
        help: "remove it, or put it beside `type: array`",
    },
    stops_generation: false,
    failing: &["
components:
  schemas:
    A: {type: string, xml: {wrapped: true}} # <-
"],
    passing: &["
components:
  schemas:
    A: {type: array, items: {type: string}, xml: {wrapped: true}}
"],
    check: Check::Each(&[Kind::Xml], check),
};

fn check(xml: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let kind = xml.parent().and_then(|schema| schema.get("type")?.as_str());
    match xml.get("wrapped") {
        Some(node) if node.as_bool() == Some(true) && kind != Some("array") => {
            diagnostics.at_key(node, "`wrapped` has no effect on what is no list");
        }
        _ => {}
    }
}
