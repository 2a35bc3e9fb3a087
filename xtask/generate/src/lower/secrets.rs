//! Replaces every `format: password` by a secret, a type that is never printed.
//!
//! progenitor writes a query or a header with `to_string`. There the private client takes a plain
//! string, and the typed API keeps the secret.

use serde_json::{Value, json};

use super::lowered::{Lowered, Replacement, SECRET};
use super::walk::{below, each_schema, items, operations, reference, referenced, schemas};

pub fn pass(lowered: &mut Lowered) {
    let mut named = std::mem::take(schemas(&mut lowered.document));
    let mut inline = false;
    let mut replace = |schema: &mut Value| inline |= replace(schema);
    each_schema(&mut lowered.document, &mut replace);
    for (name, schema) in &mut named {
        below(schema, &mut replace);
        if is_secret(schema) {
            lowered.replaced.insert(name.clone(), Replacement::Secret);
        }
    }
    *schemas(&mut lowered.document) = named;
    if inline {
        lowered.runtime_type(SECRET, Replacement::Secret);
    }
}

/// Turns secrets in a query or a header into plain strings.
pub fn for_progenitor(lowered: &mut Lowered) {
    let Lowered { document, replaced, .. } = lowered;
    for operation in operations(document) {
        for parameter in items(operation, "parameters").filter(|it| it["in"] != "path") {
            let named = referenced(&parameter["schema"]).and_then(|name| replaced.get(name));
            if named == Some(&Replacement::Secret) {
                parameter["schema"] = json!({ "type": "string" });
            }
        }
    }
}

/// Returns whether a schema is a string that must not be printed.
pub fn is_secret(schema: &Value) -> bool {
    schema["type"] == "string" && schema["format"] == "password"
}

fn replace(schema: &mut Value) -> bool {
    let secret = is_secret(schema);
    if secret {
        let to = reference(SECRET);
        let nullable = schema["nullable"] == json!(true);
        let description = schema.get("description").cloned();
        *schema = if nullable { json!({ "allOf": [to], "nullable": true }) } else { to };
        description.into_iter().for_each(|text| schema["description"] = text);
    }
    secret
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    use super::{Lowered, Replacement};

    #[test]
    fn password_becomes_a_secret() {
        let replaced = check(
            super::pass,
            "
paths:
  /a:
    get:
      parameters:
        - {name: key, in: query, schema: {type: string, format: password}}
        - {name: code, in: header, schema: {$ref: '#/components/schemas/Code'}}
components:
  schemas:
    App: {properties: {secret: {type: string, format: password, nullable: true}}}
    Code: {type: string, format: password}
",
            "
paths:
  /a:
    get:
      parameters:
        - {name: key, in: query, schema: {$ref: '#/components/schemas/RuntimeSecret'}}
        - {name: code, in: header, schema: {$ref: '#/components/schemas/Code'}}
components:
  schemas:
    App:
      properties:
        secret: {allOf: [{$ref: '#/components/schemas/RuntimeSecret'}], nullable: true}
    Code: {type: string, format: password}
    RuntimeSecret: {type: string}
",
        );
        assert_eq!(replaced["Code"], Replacement::Secret);
        assert_eq!(replaced["RuntimeSecret"], Replacement::Secret);
    }
    #[test]
    fn secret_outside_of_a_path_becomes_a_string() {
        let document = |schema: &str| {
            format!(
                "
paths:
  /a/{{code}}:
    get:
      parameters:
        - {{name: code, in: path, schema: {{$ref: '#/components/schemas/Code'}}}}
        - {{name: code, in: header, schema: {schema}}}
        - {{name: own, in: query, schema: {{$ref: '#/components/schemas/Id'}}, x-secret: true}}
components: {{schemas: {{Code: {{type: string, format: password}}, Id: {{type: string}}}}}}
"
            )
        };
        let before = document("{$ref: '#/components/schemas/Code'}");
        let both = |lowered: &mut Lowered| {
            super::pass(lowered);
            super::for_progenitor(lowered);
        };
        check(both, &before, &document("{type: string}"));
    }
}
