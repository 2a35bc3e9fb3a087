//! A name in the URL of a server that is no variable.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-undefined",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The URL of a server has a name in braces that `variables` does not define, or \
                  braces that do not close.",
        rationale: "Nobody can tell what stands there, so there is no URL to call.",
        help: "define the variable, with a `default`",
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
            None => diagnostics.at(node, "the URL has a `{` without its `}`"),
            Some((name, _)) if !defined(name) => {
                diagnostics.at(node, format!("`{name}` is no variable of this server"));
            }
            Some(_) => {}
        }
    }
}
