//! A path parameter that may be left out.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "path-parameter-optional",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A parameter with `in: path` has no `required: true`.",
        rationale: "A path has no place for a missing part; the specification requires the field \
                    and the value.",
        help: "add `required: true`",
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
    match parameter.get("required") {
        None => diagnostics.at_key(parameter, "a path parameter without `required: true`"),
        Some(required) if required.as_bool() == Some(false) => {
            diagnostics.at(required, "a path parameter that is not required");
        }
        Some(_) => {}
    }
}
