//! A server URL that is a placeholder.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-example",
        group: Group::Safe,
        severity: Severity::Warning,
        summary: "The host of a server URL is an example domain or the local machine.",
        rationale: "Clients that are generated from the document call a host that does not provide \
                    the API.",
        help: "write the URL of the service",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://api.example.com # <-
  - url: http://localhost:8080 # <-
"],
    passing: &["
servers:
  - url: https://api.acme.dev
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = server.get("url") else { return };
    let rest = node.as_str().and_then(|url| Some(url.split_once("://")?.1)).unwrap_or_default();
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let example = ["example.com", "example.org", "example.net", "localhost", "127.0.0.1"];
    let known = |name: &&str| host == *name || host.ends_with(&format!(".{name}"));
    if example.iter().any(known) {
        diagnostics.at(node, format!("server host `{host}` is a placeholder"));
    }
}
