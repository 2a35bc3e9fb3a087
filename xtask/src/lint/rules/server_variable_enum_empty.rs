//! An empty list of values of a server variable.

use super::*;

pub static RULE: Rule = Rule {
    id: "server-variable-enum-empty",
    group: Group::Valid,
    severity: Severity::Warning,
    what: "The `enum` of a server variable is empty.",
    why: "It allows no value, not even the default; the specification advises against it.",
    instead: "list the values, or remove `enum`",
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

fn check(variable: Node, _: &Outline, findings: &mut Findings) {
    match variable.get("enum") {
        Some(list) if list.is_array() && list.is_empty() => findings.at(list, "`enum` is empty"),
        _ => {}
    }
}
