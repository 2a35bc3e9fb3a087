//! An operation id that is not an identifier.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-id-unconventional",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An `operationId` contains characters other than letters, digits, `_` and `-`, or \
                  does not start with a letter.",
        rationale: "The generator converts the id to a Rust name, which readers cannot find in the \
                    document.",
        help: "write the id in the form `ShowApp`",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get: {operationId: show a/b, responses: {default: {description: An a.}}} # <-
"],
    passing: &["
paths:
  /a:
    get: {operationId: ShowA, responses: {default: {description: An a.}}}
    put: {operationId: apps-put_a, responses: {default: {description: An a.}}}
"],
    check: Check::Each(&[Kind::Operation], check),
};

fn check(operation: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = operation.get("operationId") else { return };
    let Some(id) = node.as_str() else { return };
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    if !id.starts_with(|first: char| first.is_ascii_alphabetic()) || !id.chars().all(fits) {
        diagnostics.at(node, format!("`{id}` is not a valid identifier"));
    }
}
