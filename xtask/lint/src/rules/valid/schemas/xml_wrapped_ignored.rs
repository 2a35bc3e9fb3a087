//! An XML wrapper of a value that is not an array.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "xml-wrapped-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "An `xml` object has `wrapped: true`, but its schema is not of type `array`.",
        rationale: "The specification defines `wrapped` only for arrays, so clients ignore it.",
        help: "remove `wrapped`, or move it to a schema with `type: array`",
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

fn check(xml: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(schema) = xml.parent() else { return };
    let kind = index.choice(schema, "type");
    // Another rule reports a type that does not exist.
    let is_list = kind == Some("array") || kind.is_none() && schema.get("type").is_some();
    match xml.get("wrapped") {
        Some(node) if node.as_bool() == Some(true) && !is_list => {
            diagnostics.at_key(node, "`wrapped` has no effect without `type: array`");
        }
        _ => {}
    }
}
