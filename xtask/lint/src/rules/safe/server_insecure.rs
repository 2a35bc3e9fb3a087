//! A server without encryption.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-insecure",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "The URL of a server uses `http`, `ws` or `ftp`, and its host is not the local \
                  machine.",
        rationale: "Attackers on the network path can read tokens and secrets.",
        help: "start the URL with `https://`",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: http://api.example.com # <-
"],
    passing: &["
servers:
  - url: https://api.example.com
  - url: http://localhost:8080
  - url: /v1
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = server.get("url") else { return };
    let url = node.as_str().unwrap_or_default().to_ascii_lowercase();
    let Some((scheme, rest)) = url.split_once("://") else { return };
    let local = ["localhost", "127.", "[::1]", "0.0.0.0"].iter().any(|host| rest.starts_with(host));
    if matches!(scheme, "http" | "ws" | "ftp") && !local {
        let secure = if scheme == "ws" { "wss" } else { "https" };
        diagnostics
            .with_help(format!("start the URL with `{secure}://`"))
            .at(node, format!("the server URL uses `{scheme}`"));
    }
}
