//! Scopes for a scheme that does not support scopes.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "security-scope-misplaced",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A security requirement lists scopes for a scheme of type `apiKey` or `http`.",
        rationale: "Only `oauth2` and `openIdConnect` support scopes; strict tools reject a list \
                    that is not empty.",
        help: "write `[]`",
    },
    stops_generation: false,
    failing: &["
security:
  - key: [read] # <-
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"],
    passing: &["
security: [{key: []}, {id: [read]}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    id: {type: openIdConnect, openIdConnectUrl: https://example.com/id}
"],
    check: Check::Each(&[Kind::SecurityRequirement], check),
};

fn check(requirement: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in requirement.entries().filter(|entry| !entry.value.is_empty()) {
        let scheme = index.document().at("/components/securitySchemes");
        let scheme = scheme.and_then(|all| index.resolve(all.get(entry.key)?));
        let kind = scheme.and_then(|scheme| scheme.get("type")?.as_str());
        if let Some(kind) = kind.filter(|kind| matches!(*kind, "apiKey" | "http")) {
            diagnostics
                .at(entry.value, format!("a scheme of type `{kind}` has no scopes; expected `[]`"));
        }
    }
}
