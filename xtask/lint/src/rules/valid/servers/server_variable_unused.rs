//! A server variable that is not in the URL.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-unused",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `url` of a server does not contain one of its variables.",
        rationale: "The variable has no effect on the URL that clients call. Usually, one of the \
                    two names is misspelt.",
        help: "add the variable to `url` in braces, or remove it",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://example.com
    variables:
      region: {default: eu} # <-
"],
    passing: &["
servers:
  - url: https://{region}.example.com
    variables: {region: {default: eu}}
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(url) = server.get("url").and_then(Node::as_str) else { return };
    let names: HashSet<&str> = spec::template_names(url).collect();
    for entry in server.get("variables").into_iter().flat_map(Node::entries) {
        if !names.contains(entry.key) {
            let name = entry.key;
            diagnostics
                .with_help(format!("add `{{{name}}}` to `url`, or remove the variable `{name}`"))
                .at_key(entry.value, format!("the server URL does not contain `{{{name}}}`"));
        }
    }
}
