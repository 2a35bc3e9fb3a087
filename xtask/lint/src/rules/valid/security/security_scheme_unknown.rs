//! A security requirement whose scheme is not declared.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "security-scheme-unknown",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A name in `security` is not in `components/securitySchemes`.",
        rationale: "Clients do not know which credential to send; the specification requires the \
                    scheme.",
        help: "declare the scheme in `components/securitySchemes`, or correct the name",
    },
    stops_generation: false,
    failing: &["
security:
  - token: [] # <-
components:
  securitySchemes:
    Token: {type: http, scheme: bearer}
"],
    passing: &["
security: [{Token: []}, {}]
components:
  securitySchemes:
    Token: {type: http, scheme: bearer}
"],
    check: Check::Each(&[Kind::SecurityRequirement], check),
};

const SCHEMES: &str = "/components/securitySchemes";

fn check(requirement: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    // In a neighbouring file it is not said whose schemes count.
    let documents = [index.document(), requirement.document()];
    if documents.iter().any(|document| index.is_replaced_at(document, SCHEMES)) {
        return;
    }
    let schemes = documents.map(|document| document.at(SCHEMES));
    for entry in requirement.entries() {
        if !schemes.iter().flatten().any(|schemes| schemes.get(entry.key).is_some()) {
            let known = schemes.iter().flatten().flat_map(|schemes| schemes.entries());
            let near = index.spelling.suggestion(entry.key, known.map(|scheme| scheme.key));
            let message = format!("unknown security scheme `{}`{near}", entry.key);
            diagnostics.at_key(entry.value, message);
        }
    }
}
