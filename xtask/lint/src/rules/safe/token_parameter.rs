//! A credential as a parameter.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "token-parameter",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A parameter has the name of a token, a key or a password.",
        rationale: "Clients print a value that is not marked as a secret, and proxies log it as a part \
                    of the URL.",
        help: "declare a security scheme in place of the parameter; if the value differs in each \
               call, suppress this rule here",
    },
    stops_generation: false,
    failing: &["
components:
  parameters:
    A: {name: X-Auth-Token, in: header, schema: {type: string}} # <-
    B: {name: access_token, in: query, schema: {type: string}} # <-
    C: {name: logout_token, in: query, schema: {type: string, format: password}} # <-
"],
    passing: &["
components:
  parameters:
    A: {name: page_token, in: query, schema: {type: string}}
    B: {name: X-Request-Id, in: header, schema: {type: string}}
    C: {name: hide_secret, in: query, schema: {type: boolean}}
    D: {name: X-Logout-Token, in: header, schema: {type: string, format: password}}
    E: {name: X-Logout-Token, in: header, schema: {allOf: [{$ref: '#/components/schemas/E'}]}}
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
    if says("type", &["boolean", "integer", "number"]) {
        return;
    }
    let location = parameter.get("in").and_then(Node::as_str);
    let in_header = matches!(location, Some("header" | "cookie"));
    if in_header && says("format", &["password"]) {
        return;
    }
    let help = match in_header {
        true => {
            "declare a security scheme in place of the parameter, or add `format: password` to \
             its schema"
        }
        false => RULE.info.help,
    };
    if let Some(name) = node.as_str().filter(|name| secrets::is_named_like_one(name)) {
        let message = format!("parameter `{name}` has the name of a credential");
        diagnostics.with_help(help).at(node, message);
    }
}
