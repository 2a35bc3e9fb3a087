//! A server URL that is not valid.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "server-url-invalid",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `url` of a server is not a valid URL with any values of its variables, or \
                  contains a query or fragment.",
        rationale: "Clients append paths to the URL, so they cannot build the URL of a request.",
        help: "write the scheme, the host and the common prefix of all paths",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://exa mple.com # <-
  - url: https://example.com/v1?key=1 # <-
"],
    passing: &["
servers:
  - url: https://{host}:{port}/v1
    variables: {host: {default: example.com}, port: {default: '443'}}
  - url: /v1
  - url: https://bücher.example
  - url: '{scheme}://example.com'
    variables: {scheme: {default: https}}
"],
    check: Check::Each(&[Kind::Server], check),
};

fn check(server: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = server.get("url") else { return };
    let Some(url) = node.as_str() else { return };
    let mut text = String::new();
    for (at, piece) in url.split('{').enumerate() {
        let rest = piece.split_once('}').filter(|_| at > 0);
        // A digit is valid in a host, a port and a path.
        text += if at > 0 { "1" } else { "" };
        text += rest.map_or(if at > 0 { "" } else { piece }, |(_, rest)| rest);
    }
    // A scheme starts with a letter.
    if url.starts_with('{') {
        text.replace_range(..1, "a");
    }
    match fluent_uri::IriRef::parse(text.as_str()) {
        Err(_) => diagnostics.at(node, format!("`{url}` is not a valid URL")),
        Ok(parsed) if parsed.query().is_some() || parsed.fragment().is_some() => {
            diagnostics.at(node, "the server URL contains a query or a fragment");
        }
        Ok(_) => {}
    }
}
