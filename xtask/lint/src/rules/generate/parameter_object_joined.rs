//! An object parameter that is sent as a single string.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "parameter-object-joined",
        group: Group::Generate,
        severity: Severity::Error,
        summary: "A parameter that is serialized as a single string has an object schema.",
        rationale: "The client percent-encodes the whole string, including the commas between \
                    names and values, so the server reads a single value.",
        help: "use `type: array` or `type: string`, if the service accepts it; otherwise suppress \
               this rule here: the parameter is then a string",
    },
    stops_generation: true,
    failing: &["
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: object}} # <-
        - {name: X-A, in: header, schema: {$ref: '#/components/schemas/A'}} # <-
        - {name: a, in: query, explode: false, schema: {type: object}} # <-
        - {name: b, in: query, style: pipeDelimited, schema: {type: object}} # <-
      responses: {default: {description: An a.}}
components:
  schemas:
    A: {properties: {b: {type: string}}}
"],
    passing: &["
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: array, items: {type: string}}}
        - {name: X-A, in: header, content: {application/json: {schema: {type: object}}}}
        - {name: a, in: query, schema: {type: object}}
        - {name: b, in: query, style: deepObject, schema: {type: object}}
      responses: {default: {description: An a.}}
"],
    check: Check::Each(&[Kind::Parameter], check),
};

fn check(parameter: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let text = |key: &str| parameter.get(key).and_then(Node::as_str).unwrap_or_default();
    let explode = parameter.get("explode").and_then(Node::as_bool);
    let is_joined = match (text("in"), text("style")) {
        ("path" | "header", _) => !spec::is_ignored_header(text("name")),
        ("query", "" | "form") => explode == Some(false),
        ("query", "spaceDelimited" | "pipeDelimited") => explode != Some(true),
        _ => false,
    };
    let schema = parameter.get("schema").filter(|_| is_joined);
    let is_object = |schema: &Node| {
        let Some(schema) = index.resolve(*schema) else { return false };
        match schema.get("type").and_then(Node::as_str) {
            Some(ty) => ty == "object",
            None => schema.get("properties").is_some(),
        }
    };
    if let Some(schema) = schema.filter(is_object) {
        let name = text("name");
        let message =
            format!("the client cannot send object parameter `{name}` as a single string");
        let help = match text("in") {
            "query" => {
                "write `explode: true` or `style: deepObject`, if the service accepts it; \
                 otherwise suppress this rule here: the parameter is then a string"
            }
            _ => RULE.info.help,
        };
        diagnostics.with_help(help).at(schema, message);
    }
}
