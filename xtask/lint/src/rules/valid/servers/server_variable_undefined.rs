//! A name in the URL of a server that is not a variable of the server.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-undefined",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The URL of a server contains a variable that `variables` does not define, or \
                  braces that are not closed.",
        rationale: "Clients have no value for the variable, so they cannot build the URL of a \
                    request.",
        help: "define the variable in `variables` with a `default`",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://{region}.example.com # <-
  - url: https://{region.example.com # <-
"],
    passing: &["
servers:
  - url: https://{region}.example.com
    variables: {region: {default: eu}}
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = server.get("url") else { return };
    if server.get("variables").is_some_and(|variables| index.is_replaced(variables)) {
        return;
    }
    let url = node.as_str().unwrap_or_default();
    let defined = |name: &str| server.get("variables").and_then(|all| all.get(name)).is_some();
    for rest in url.split('{').skip(1) {
        match rest.split_once('}') {
            None => diagnostics.at(node, "the server URL has a `{` without a `}`"),
            Some((name, _)) if !defined(name) => {
                diagnostics.at(node, format!("unknown server variable `{name}`"));
            }
            Some(_) => {}
        }
    }
}
