//! Servers of a path or of an operation.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "servers-overridden",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A path item or an operation has other `servers` than the document.",
        rationale: "The client sends each request, with its token, to the one endpoint that its \
                    caller has configured, and that host does not provide the operation.",
        help: "remove `servers`, or describe the operations of the other server in a separate \
               document",
    },
    stops_generation: true,
    failing: &["
servers: [{url: https://api.acme.dev}]
paths:
  /a:
    servers: # <-
      - {url: https://files.acme.dev}
    get: {responses: {default: {description: An a.}}}
  /b:
    get:
      servers: [{url: https://api.acme.dev/v2}] # <-
      responses: {default: {description: A b.}}
"],
    passing: &["
servers: [{url: https://api.acme.dev, description: The service.}]
paths:
  /a:
    servers: [{url: https://api.acme.dev}]
    get:
      servers: []
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::PathItem, Kind::Operation], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(servers) = node.get("servers").filter(|servers| !servers.is_empty()) else { return };
    let of_document = index.document().root().get("servers");
    if of_document.is_none_or(|of_document| urls(of_document) != urls(servers)) {
        diagnostics.at_key(servers, "`servers` differs from the `servers` of the document");
    }
}

/// Returns the URLs of servers, each with its variables.
fn urls(servers: Node<'_>) -> Vec<(Option<&str>, Option<String>)> {
    let variables = |server: Node| server.get("variables").map(spec::canonical);
    servers
        .items()
        .map(|server| (server.get("url").and_then(Node::as_str), variables(server)))
        .collect()
}
