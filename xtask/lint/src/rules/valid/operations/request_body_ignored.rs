//! A request body for a method without one in HTTP.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "request-body-ignored",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A GET, HEAD, DELETE or TRACE operation has a `requestBody`.",
        rationale: "HTTP does not define a meaning for such a body, so servers may ignore it and \
                    proxies may drop it.",
        help: "use parameters, or another method such as POST",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    get:
      requestBody: {content: {application/json: {}}} # <-
      responses: {default: {description: An a.}}
"],
    passing: &["
paths:
  /a:
    post:
      requestBody: {content: {application/json: {}}}
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Operation], check),
};

fn check(operation: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let method = operation.key().unwrap_or_default();
    if let Some(body) = operation.get("requestBody")
        && matches!(method, "get" | "head" | "delete" | "trace")
    {
        diagnostics.at_key(
            body,
            format!("the request body of a {} operation is ignored", method.to_uppercase()),
        );
    }
}
