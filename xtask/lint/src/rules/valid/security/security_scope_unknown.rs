//! A scope that no flow of its scheme has.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "security-scope-unknown",
        group: Group::Valid,
        severity: Severity::Warning,
        summary: "A security requirement lists a scope that the `oauth2` scheme does not declare.",
        rationale: "Clients cannot request a token with this scope.",
        help: "declare the scope in `scopes` of a flow, or correct the name",
    },
    stops_generation: false,
    failing: &["
security:
  - login: [write] # <-
components:
  securitySchemes:
    login: {type: oauth2, flows: {implicit: {authorizationUrl: /login, scopes: {read: Reads}}}}
"],
    passing: &["
security: [{login: [read]}]
components:
  securitySchemes:
    login: {type: oauth2, flows: {implicit: {authorizationUrl: /login, scopes: {read: Reads}}}}
"],
    check: Check::Each(&[Kind::SecurityRequirement], check),
};

fn check(requirement: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for entry in requirement.entries() {
        let scheme = index.document().at("/components/securitySchemes");
        let scheme = scheme.and_then(|all| index.resolve(all.get(entry.key)?));
        let Some(flows) = scheme.and_then(|scheme| scheme.get("flows")) else { continue };
        let declared = |scope: &str| {
            let mut scopes = flows.entries().filter_map(|flow| flow.value.get("scopes"));
            scopes.any(|scopes| scopes.get(scope).is_some() || index.is_replaced(scopes))
        };
        for item in entry.value.items() {
            if let Some(scope) = item.as_str().filter(|scope| !declared(scope)) {
                diagnostics.at(item, format!("no flow of `{}` has the scope `{scope}`", entry.key));
            }
        }
    }
}
