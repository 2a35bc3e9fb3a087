//! A server URL with a credential.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-credential",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "The URL of a server contains a user name or a password before an `@`.",
        rationale: "Every reader of the document can use the credential.",
        help: "remove the credential from the URL, and declare a security scheme",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://user:word@api.example.com # <-
"],
    passing: &["
servers:
  - url: https://api.example.com/@me
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = server.get("url") else { return };
    let rest = node.as_str().and_then(|url| Some(url.split_once("://")?.1)).unwrap_or_default();
    if rest.split(['/', '?', '#']).next().is_some_and(|authority| authority.contains('@')) {
        diagnostics.at(node, "the server URL contains a user name");
    }
}
