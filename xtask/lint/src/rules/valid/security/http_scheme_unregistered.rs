//! An HTTP authentication scheme that is not registered.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "http-scheme-unregistered",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "The `scheme` of a security scheme of type `http` is not in the registry of IANA.",
        rationale: "The specification recommends registered schemes, and clients do not support \
                    others.",
        help: "use a registered scheme such as `basic` or `bearer`, or `type: apiKey` for a custom \
               header",
    },
    stops_generation: false,
    failing: &["
components:
  securitySchemes:
    A: {type: http, scheme: token} # <-
"],
    passing: &["
components:
  securitySchemes:
    A: {type: http, scheme: Bearer}
"],
    check: Check::Each(&[Kind::SecurityScheme], check),
};

/// <https://www.iana.org/assignments/http-authschemes>, November 2026.
const REGISTERED: &[&str] = &[
    "basic",
    "bearer",
    "concealed",
    "digest",
    "dpop",
    "gnap",
    "hoba",
    "mutual",
    "negotiate",
    "oauth",
    "privatetoken",
    "scram-sha-1",
    "scram-sha-256",
    "vapid",
];

fn check(scheme: Node, _: &ObjectIndex, diagnostics: &mut Diagnostics) {
    if scheme.get("type").and_then(Node::as_str) != Some("http") {
        return;
    }
    let Some(node) = scheme.get("scheme") else { return };
    let known = |text: &str| REGISTERED.contains(&text.to_ascii_lowercase().as_str());
    if let Some(text) = node.as_str().filter(|text| !known(text)) {
        let near = words::nearest(text, REGISTERED.iter().copied());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        diagnostics.at(node, format!("`{text}` is not a registered authentication scheme{near}"));
    }
}
