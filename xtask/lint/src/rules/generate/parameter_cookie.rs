//! A parameter in a cookie.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-cookie",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A parameter has `in: cookie`.",
        rationale: "The client does not send cookies, so the server would not receive the \
                    parameter.",
        help: "describe a credential as a security scheme and another value as a header, or \
               suppress this rule here; the client is then generated without the parameter",
    },
    stops_generation: true,
    failing: &["
paths:
  /a:
    get:
      parameters:
        - name: session
          in: cookie # <-
          schema: {type: string}
      responses: {default: {description: An a.}}
"],
    passing: &["
paths:
  /a:
    get:
      parameters: [{name: session, in: header, schema: {type: string}}]
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let location = parameter.get("in").filter(|location| location.as_str() == Some("cookie"));
    if let Some(location) = location {
        diagnostics.at(location, "the client does not send cookies");
    }
}
