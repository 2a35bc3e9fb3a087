//! Makes every `format: password` a secret: a type that nothing prints.
//!
//! In a query or a header the value must travel in clear, and progenitor writes it with
//! `to_string`; there the private client takes a plain string, and the face keeps the secret.

use serde_json::{Value, json};

use super::lowered::{Lowered, Replacement, SECRET};
use super::walk::{below, each_schema, items, operations, reference, referenced, schemas};

pub fn pass(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document).clone();
    for operation in operations(&mut lowered.document) {
        for parameter in items(operation, "parameters") {
            let schema = &parameter["schema"];
            let meant = referenced(schema).and_then(|name| named.get(name)).unwrap_or(schema);
            if parameter["in"] != "path" && is_secret(meant) {
                parameter["schema"] = json!({ "type": "string" });
                parameter["x-secret"] = json!(true);
            }
        }
    }
    let mut named = std::mem::take(schemas(&mut lowered.document));
    let mut inline = false;
    let mut hide = |schema: &mut Value| inline |= hide(schema);
    each_schema(&mut lowered.document, &mut hide);
    for (name, schema) in &mut named {
        below(schema, &mut hide);
        if is_secret(schema) {
            lowered.replaced.insert(name.clone(), Replacement::Secret);
        }
    }
    *schemas(&mut lowered.document) = named;
    if inline {
        lowered.runtime_type(SECRET, Replacement::Secret);
    }
}

fn is_secret(schema: &Value) -> bool {
    schema["type"] == "string" && schema["format"] == "password"
}

fn hide(schema: &mut Value) -> bool {
    let secret = is_secret(schema);
    if secret {
        let to = reference(SECRET);
        let nullable = schema["nullable"] == json!(true);
        *schema = if nullable { json!({ "allOf": [to], "nullable": true }) } else { to };
    }
    secret
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    use crate::lower::lowered::Replacement;

    #[test]
    fn every_password_is_a_secret() {
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
        - {name: key, in: query, schema: {type: string}, x-secret: true}
        - {name: code, in: header, schema: {type: string}, x-secret: true}
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
}
