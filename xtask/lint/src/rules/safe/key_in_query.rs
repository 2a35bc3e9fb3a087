//! An API key in the query.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "key-in-query",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A security scheme of type `apiKey` sends the key in the query.",
        rationale: "Servers and proxies log URLs, so readers of the logs can use the key.",
        help: "write `in: header` and the name of the header in `name`, if the service accepts one; \
               otherwise suppress this rule here",
    },
    stops_generation: false,
    failing: &["
components:
  securitySchemes:
    A: {type: apiKey, in: query, name: key} # <-
"],
    passing: &["
components:
  securitySchemes:
    A: {type: apiKey, in: header, name: X-Key}
"],
    check: Check::Each(&[Kind::SecurityScheme], check),
};

fn check(scheme: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let says = |field: &str| scheme.get(field).and_then(Node::as_str);
    if let Some(place) = scheme.get("in").filter(|_| says("type") == Some("apiKey"))
        && place.as_str() == Some("query")
    {
        let subject = words::named("API key", scheme);
        diagnostics.at(place, format!("{subject} is sent in the query"));
    }
}
