//! A parameter that is twice in the same list.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-duplicate",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A list of parameters contains two with the same `name` and `in`.",
        rationale: "The specification does not define which of the two applies, so clients differ.",
        help: "remove one of the two parameters",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, schema: {type: string}}
        - $ref: '#/components/parameters/A' # <-
      responses: {default: {description: An a.}}
components:
  parameters:
    A: {name: a, in: query, schema: {type: integer}}
"],
    passing: &["
paths:
  /a:
    parameters:
      - {name: a, in: query, schema: {type: integer}}
    get:
      parameters:
        - {name: a, in: query, schema: {type: string}}
        - {name: a, in: header, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::PathItem, Kind::Operation], check),
};

fn check(owner: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut known = HashMap::new();
    for written in owner.get("parameters").into_iter().flat_map(Node::items) {
        let Some(parameter) = paths::parameter(index, written) else { continue };
        let key = (parameter.name, parameter.location);
        let Some(first) = known.get(&key).copied() else {
            known.insert(key, written);
            continue;
        };
        let message = format!(
            "{1} parameter `{0}` is already in this list",
            parameter.name, parameter.location
        );
        // Of two that differ, a person must decide which one counts.
        let is_copy = written.get("$ref").is_some() && spec::is_same(first, written);
        let fix = if is_copy { text_edits::remove_item(written) } else { None };
        diagnostics.with_fix(fix).at(written, message);
    }
}
