//! A header parameter that describes the transfer of a request.

use crate::prelude::*;

/// What a client decides for each connection (RFC 9110, sections 7.2, 7.6.1 and 8.6).
const NAMES: [&str; 9] = [
    "connection",
    "content-length",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-header-framing",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A header parameter has a name such as `Content-Length` or `Host`, which describes \
                  the connection or the length of the body.",
        rationale: "The HTTP library of the client sets these headers. With another value, the \
                    server waits for a body that does not come, or the request reaches another host.",
        help: "remove the parameter; the client sends the header with the value of the request",
    },
    stops_generation: true,
    failing: &[
        "
paths:
  /a:
    put:
      parameters:
        - name: Content-Length # <-
          in: header
          schema: {type: integer}
        - {name: host, in: header, schema: {type: string}} # <-
      responses: {default: {description: An a.}}
",
        "
paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/Encoding'}]
      responses: {default: {description: An a.}}
components:
  parameters:
    Encoding: {name: transfer-encoding, in: header, schema: {type: string}} # <-
",
    ],
    passing: &["
paths:
  /a:
    get:
      parameters:
        - {name: host, in: query, schema: {type: string}}
        - {name: X-Forwarded-Host, in: header, schema: {type: string}}
        - {name: Content-MD5, in: header, schema: {type: string}}
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let is_header = parameter.get("in").and_then(Node::as_str) == Some("header");
    let name = parameter.get("name").filter(|_| is_header);
    let framing = name.filter(|name| {
        let name = name.as_str().unwrap_or_default();
        NAMES.iter().any(|framing| framing.eq_ignore_ascii_case(name))
    });
    if let Some(name) = framing {
        diagnostics.at(name, "the HTTP library of the client sets this header");
    }
}
