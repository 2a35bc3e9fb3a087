//! A trailing slash.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "slash-trailing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "A path or the URL of a server ends with `/`.",
        rationale: "The URL of a request then contains `//` or ends with `/`, and many servers \
                    treat it as another path.",
        help: "remove the trailing `/`",
    },
    stops_generation: false,
    failing: &["
servers:
  - url: https://api.acme.dev/ # <-
paths:
  /a/: {} # <-
"],
    passing: &["
servers: [{url: https://api.acme.dev}, {url: /}]
paths:
  /: {}
"],
    check: Check::Each(&[Kind::Server, Kind::Paths], check),
};

fn check(node: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let trails = |text: &str| text.len() > 1 && text.ends_with('/');
    if index.kind(node) == Some(Kind::Server) {
        let Some(url) = node.get("url").filter(|url| url.as_str().is_some_and(trails)) else {
            return;
        };
        let help = without_slash(url.as_str().unwrap_or_default());
        return diagnostics.with_help(help).at(url, "the server URL ends with `/`");
    }
    for entry in node.entries().filter(|entry| trails(entry.key) && entry.key.starts_with('/')) {
        let help = without_slash(entry.key);
        diagnostics
            .with_help(help)
            .at_key(entry.value, format!("path `{}` ends with `/`", entry.key));
    }
}

fn without_slash(text: &str) -> String {
    format!("write `{}`", text.strip_suffix('/').unwrap_or(text))
}
