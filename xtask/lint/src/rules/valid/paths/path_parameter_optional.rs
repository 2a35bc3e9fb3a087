//! A path parameter that is optional.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-optional",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter with `in: path` does not have `required: true`.",
        rationale: "Clients cannot omit a part of the path; strict tools reject the document.",
        help: "write `required: true`",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: # <-
      name: a
      in: path
      schema: {type: string}
    B: {name: b, in: path, required: false, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: a, in: path, required: true, schema: {type: string}}
    B: {name: b, in: query, schema: {type: string}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if parameter.get("in").and_then(Node::as_str) != Some("path") {
        return;
    }
    let subject = words::named("path parameter", parameter);
    match parameter.get("required") {
        None => diagnostics.at_key(parameter, format!("{subject} has no `required: true`")),
        Some(required) if required.as_bool() == Some(false) => {
            diagnostics.at(required, format!("{subject} is not required"));
        }
        Some(_) => {}
    }
}
