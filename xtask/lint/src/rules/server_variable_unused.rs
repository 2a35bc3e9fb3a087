//! A variable of a server that its URL does not have.

use super::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-variable-unused",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A variable of a server is not in its `url`.",
        rationale: "It has no effect; mostly one of the two names is misspelt.",
        help: "put it into the URL, in braces, or remove it",
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

fn check(server: Node, _: &Outline, findings: &mut Findings) {
    let Some(url) = server.get("url").and_then(Node::as_str) else { return };
    let names: HashSet<&str> = spec::template_names(url).collect();
    for entry in server.get("variables").into_iter().flat_map(Node::entries) {
        if !names.contains(entry.key) {
            findings.at_key(entry.value, format!("the URL has no `{{{}}}`", entry.key));
        }
    }
}
