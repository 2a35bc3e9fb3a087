//! A document without servers.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "servers-missing",
        group: Group::Style,
        severity: Severity::Warning,
        summary: "The document has no `servers`, or the list is empty.",
        rationale: "The default is `/`, so clients call the host that the document was loaded \
                    from.",
        help: "add `servers` with the URL of the service",
    },
    stops_generation: false,
    failing: &["
paths: # <-
  /a:
    get: {responses: {default: {description: An a.}}}
"],
    passing: &["
servers: [{url: https://api.acme.dev}]
paths:
  /a:
    get: {responses: {default: {description: An a.}}}
"],
    check: Check::Each(&[Kind::Paths], check),
};

fn check(paths: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let servers = index.document().root().get("servers");
    if servers.is_none_or(Node::is_empty) && !paths.is_empty() {
        diagnostics.at_key(paths, "the document has no `servers`");
    }
}
