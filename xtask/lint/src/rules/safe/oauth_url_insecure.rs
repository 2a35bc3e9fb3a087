//! A token that is fetched without encryption.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "oauth-url-insecure",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A URL of an OAuth flow or of OpenID Connect uses `http`.",
        rationale: "OAuth requires TLS; without it, attackers on the network path can read the \
                    token.",
        help: "start the URL with `https://`",
    },
    stops_generation: false,
    failing: &["
components:
  securitySchemes:
    A:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'http://example.com/token', scopes: {}} # <-
"],
    passing: &["
components:
  securitySchemes:
    A:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}
"],
    check: Check::Each(&[Kind::OAuthFlow, Kind::SecurityScheme], check),
};

fn check(node: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for field in ["authorizationUrl", "tokenUrl", "refreshUrl", "openIdConnectUrl"] {
        let Some(value) = node.get(field) else { continue };
        if value.as_str().is_some_and(|url| url.to_ascii_lowercase().starts_with("http://")) {
            diagnostics.at(value, format!("`{field}` uses `http`"));
        }
    }
}
