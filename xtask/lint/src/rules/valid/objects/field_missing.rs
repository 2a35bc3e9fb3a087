//! An object without a required field.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "field-missing",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "An object lacks a field that the specification requires.",
        rationale: "Strict tools reject the document, and the generator does not generate a client \
                    from it.",
        help: "add the required field",
    },
    stops_generation: true,
    failing: &[
        "
paths:
  /a:
    get: {} # <-
",
        "
components:
  responses:
    A: {content: {}} # <-
  securitySchemes:
    key:
      type: apiKey # <-
      name: key
",
    ],
    passing: &["
paths:
  /a:
    get: {responses: {default: {description: An a.}}}
components:
  securitySchemes:
    key: {type: apiKey, name: key, in: header}
    basic: {type: http, scheme: basic}
    some: {type: oauth2, flows: {implicit: {authorizationUrl: /login, scopes: {}}}}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for (node, object) in index.objects() {
        // A misplaced reference is reported by another rule.
        if node.get("$ref").is_some() && object.field("$ref").is_none() {
            continue;
        }
        let required = object.fields.iter().filter(|field| field.required);
        for field in required.filter(|field| node.get(field.name).is_none()) {
            let message =
                format!("required field `{}` is missing in {}", field.name, object.title());
            let mut diagnostics = diagnostics.with_help(format!("add `{}`", field.name));
            // A scheme's `type` decides what else it must have.
            match node.get("type").filter(|_| object.kind == Kind::SecurityScheme) {
                Some(kind) if node.key().is_some() => diagnostics.at(kind, message),
                _ => diagnostics.at_key(node, message),
            }
        }
    }
}
