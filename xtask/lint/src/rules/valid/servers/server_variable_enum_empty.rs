//! An empty list of values of a server variable.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-enum-empty",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `enum` of a server variable is empty.",
        rationale: "The list allows no value, not even the default, so clients cannot build the \
                    URL.",
        help: "list the allowed values, or remove `enum`",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://{region}.example.com
    variables:
      region: {enum: [], default: eu} # <-
"],
    passing: &["
servers:
  - url: https://{region}.example.com
    variables: {region: {enum: [eu], default: eu}}
"],
    check: Check::Each(&[Kind::ServerVariable], check),
};

fn check(variable: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    match variable.get("enum") {
        Some(list) if list.is_array() && list.is_empty() => diagnostics.at(list, "`enum` is empty"),
        _ => {}
    }
}
