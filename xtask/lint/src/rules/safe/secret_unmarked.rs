//! A secret that is not marked as one.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "secret-unmarked",
        group: Group::Safe,
        severity: Severity::Error,
        summary: "A string has the name of a secret, but no `format: password`.",
        rationale: "The client does not treat the value as a secret and prints it in logs and \
                    errors.",
        help: "add `format: password`",
    },
    stops_generation: false,
    failing: &[
        "
components:
  schemas:
    A:
      properties:
        app_secret: {type: string} # <-
        tokens: {type: array, items: {type: string}} # <-
",
        "
paths:
  /a:
    get:
      security: []
      parameters:
        - name: x-key
          in: header
          schema: {type: string} # <-
      responses: {default: {description: An a.}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
",
    ],
    passing: &["
components:
  schemas:
    A:
      properties:
        app_secret: {type: string, format: password}
        secret_id: {type: string}
        next_page_token: {type: string}
        public_key_token: {type: string}
        tokens: {$ref: '#/components/schemas/Tokens'}
        token_count: {type: integer}
    Tokens: {type: array, items: {type: string, format: password}}
"],
    check: Check::Each(&[Kind::Schema, Kind::Parameter], check),
};

fn check(schema: Node, index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let header = schema.get("schema").filter(|_| is_credential(schema));
    if let Some(value) = header.filter(|value| secrets::is_bare(index, *value)) {
        let message = "the header of a security scheme has no `format: password`";
        diagnostics.with_fix(mark(value)).with_help(help(index, value)).at_key(value, message);
    }
    for entry in schema.get("properties").into_iter().flat_map(Node::entries) {
        if secrets::is_bare(index, entry.value) && secrets::is_named_like_one(entry.key) {
            let message = format!("property `{}` has no `format: password`", entry.key);
            let mut diagnostics = diagnostics.with_fix(mark(entry.value));
            diagnostics.with_help(help(index, entry.value)).at_key(entry.value, message);
        }
    }
}

/// Returns what to write where the string is declared by reference: a `format` next to `$ref` has no effect.
fn help(index: &ObjectIndex, schema: Node) -> Cow<'static, str> {
    let Some(reference) = schema.get("$ref").and_then(Node::as_str) else {
        return items(schema).map_or(RULE.info.help.into(), |items| help(index, items));
    };
    let Some(target) = index.resolve(schema) else { return RULE.info.help.into() };
    let name = words::schema(target);
    match items(target) {
        Some(items) if items.get("$ref").is_some() => help(index, items),
        Some(_) => format!("add `format: password` to the `items` of {name}").into(),
        None if target.key().is_some_and(secrets::is_named_like_one) => {
            format!("add `format: password` to {name}").into()
        }
        None => format!(
            "write `{{allOf: [{{$ref: '{reference}'}}], format: password}}`, or add \
             `format: password` to {name} if all its values are secrets"
        )
        .into(),
    }
}

fn items(schema: Node) -> Option<Node> {
    schema.get("items").filter(|_| schema.get("type").and_then(Node::as_str) == Some("array"))
}

/// The edits that mark a string, or the strings of a list. A schema that is referred to, or that has
/// another format, is left to a person.
fn mark(schema: Node) -> Option<Vec<Edit>> {
    let kind = schema.get("type")?;
    match kind.as_str() {
        Some("array") => mark(schema.get("items")?),
        _ if schema.get("format").is_some() => None,
        _ => text_edits::add_member(kind, "format", "password"),
    }
}

/// Returns whether a parameter is a header by which a security scheme of the document authenticates.
/// An operation that does not use the scheme leaves it to the caller.
fn is_credential(parameter: Node) -> bool {
    let says =
        |node: Node, key: &str| node.get(key).and_then(Node::as_str).unwrap_or_default().to_owned();
    let schemes = parameter.document().at("/components/securitySchemes");
    let mut schemes = schemes.into_iter().flat_map(Node::entries).map(|entry| entry.value);
    says(parameter, "in") == "header"
        && schemes.any(|scheme| {
            says(scheme, "in") == "header"
                && says(scheme, "name").eq_ignore_ascii_case(&says(parameter, "name"))
        })
}
