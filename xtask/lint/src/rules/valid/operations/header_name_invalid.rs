//! A header name that HTTP does not allow.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "header-name-invalid",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "The name of a header is empty, or contains a character that HTTP does not allow.",
        rationale: "HTTP libraries reject the name, so the client cannot build the request.",
        help: "write a name of letters, digits and `-`",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: 'X Trace', in: header, schema: {type: string}} # <-
  responses:
    A:
      description: An a.
      headers:
        'X-Trace:': {schema: {type: string}} # <-
  securitySchemes:
    A: {type: apiKey, in: header, name: ''} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: X-Trace, in: header, schema: {type: string}}
    B: {name: 'X Trace', in: query, schema: {type: string}}
"],
    check: Check::Each(
        &[Kind::Parameter, Kind::SecurityScheme, Kind::Response, Kind::Encoding],
        check,
    ),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if node.get("in").and_then(Node::as_str) == Some("header")
        && let Some(name) = node.get("name")
        && name.as_str().is_some_and(|text| !is_name(text))
    {
        diagnostics.at(
            name,
            format!("`{}` is not a valid header name", name.as_str().unwrap_or_default()),
        );
    }
    for entry in node.get("headers").into_iter().flat_map(Node::entries) {
        if !is_name(entry.key) {
            diagnostics.at_key(entry.value, format!("`{}` is not a valid header name", entry.key));
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(expression::is_token)
}
