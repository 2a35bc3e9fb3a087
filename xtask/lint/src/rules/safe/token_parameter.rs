//! A credential as a parameter.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "token-parameter",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A parameter has the name of a token, a key or a password.",
        rationale: "The client does not treat the value as a secret: it prints the value, and \
                    proxies log it as a part of the URL.",
        help: "remove the parameter, and declare a security scheme; if the value differs in each call, \
               add `format: password` to the schema",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: X-Auth-Token, in: header, schema: {type: string}} # <-
    B: {name: access_token, in: query, schema: {type: string}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: page_token, in: query, schema: {type: string}}
    B: {name: X-Request-Id, in: header, schema: {type: string}}
    C: {name: hide_secret, in: query, schema: {type: boolean}}
    D: {name: logout_token, in: query, schema: {type: string, format: password}}
    E: {name: logout_token, in: query, schema: {allOf: [{$ref: '#/components/schemas/E'}]}}
  schemas:
    E: {type: string, format: password}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let Some(node) = parameter.get("name") else { return };
    let schema = parameter.get("schema");
    let parts = schema.map(|schema| composition::conjuncts(index, schema)).unwrap_or_default();
    let says = |key: &str, texts: &[&str]| {
        let mut values = parts.iter().filter_map(|part| part.get(key)?.as_str());
        values.any(|text| texts.contains(&text))
    };
    // The client does not print a marked value.
    if says("type", &["boolean", "integer", "number"]) || says("format", &["password"]) {
        return;
    }
    if let Some(name) = node.as_str().filter(|name| secrets::is_named_like_one(name)) {
        diagnostics.at(node, format!("parameter `{name}` has the name of a credential"));
    }
}
