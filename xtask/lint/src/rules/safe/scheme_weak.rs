//! A weak authentication scheme.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "scheme-weak",
        group: Group::Safe,
        severity: Severity::Warning,
        summary: "A security scheme uses HTTP `basic`, `digest` or `oauth`, or the OAuth flow \
                  `implicit` or `password`.",
        rationale: "Clients send long-lived passwords, or tokens in URLs, which attackers can \
                    reuse; RFC 9700 advises against both flows.",
        help: "use `bearer` tokens, or the flow `authorizationCode` or `clientCredentials`",
    },
    stops_generation: false,
    failing: &["
components:
  securitySchemes:
    A: {type: http, scheme: basic} # <-
    B: {type: oauth2, flows: {implicit: {authorizationUrl: /login, scopes: {}}}} # <-
"],
    passing: &["
components:
  securitySchemes:
    A: {type: http, scheme: bearer}
    B: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}
"],
    check: Check::Each(&[Kind::SecurityScheme], check),
};

fn check(scheme: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let http =
        scheme.get("scheme").and_then(|node| Some((node, node.as_str()?.to_ascii_lowercase())));
    if let Some((node, name)) =
        http.filter(|(_, name)| matches!(&**name, "basic" | "digest" | "oauth"))
    {
        diagnostics.at(node, format!("authentication scheme `{name}` is weak"));
    }
    for entry in scheme.get("flows").into_iter().flat_map(Node::entries) {
        if matches!(entry.key, "implicit" | "password") {
            diagnostics.at_key(entry.value, format!("OAuth flow `{}` is weak", entry.key));
        }
    }
}
