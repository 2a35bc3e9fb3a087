//! An operation id that no programming language takes.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "operation-id-unconventional",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "An `operationId` has other characters than letters, digits, `_` and `-`, or \
                  starts with a digit.",
        rationale: "The specification recommends names of programming languages; a converted name \
                    is hard to find again.",
        help: "write it as `ShowApp`",
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
        diagnostics.at(node, format!("`{id}` is no name of a programming language"));
    }
}
