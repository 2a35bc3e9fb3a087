//! Makes every `format: password` a secret: a type that nothing prints.
//!
//! In a query or a header the value must travel in clear, and progenitor writes it with
//! `to_string`; there the private client takes a plain string, and the face keeps the secret.

use serde_json::{Value, json};

use super::walk::{each_schema, items, operations, schemas};
use super::{Lowered, Refusal, Replacement};

const RUNTIME: &str = "RuntimeSecret";

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    operations(&mut lowered.document, |_, operation| {
        for parameter in items(operation, "parameters") {
            if parameter["in"] != "path" && is_secret(&parameter["schema"]) {
                parameter["schema"] = json!({ "type": "string" });
                parameter["x-secret"] = json!(true);
            }
        }
        Ok(())
    })?;
    let mut named = std::mem::take(schemas(&mut lowered.document));
    let mut inline = false;
    for (name, schema) in &mut named {
        if is_secret(schema) {
            lowered.replaced.insert(name.clone(), Replacement::Secret);
        } else {
            each_schema(schema, &mut |schema| inline |= hide(schema));
        }
    }
    each_schema(&mut lowered.document, &mut |schema| inline |= hide(schema));
    *schemas(&mut lowered.document) = named;
    if inline {
        lowered.runtime_type(RUNTIME, Replacement::Secret)?;
    }
    Ok(())
}

fn is_secret(schema: &Value) -> bool {
    schema["type"] == "string" && schema["format"] == "password"
}

fn hide(schema: &mut Value) -> bool {
    let secret = is_secret(schema);
    if secret {
        let to = super::walk::reference(RUNTIME);
        let nullable = schema["nullable"] == json!(true);
        *schema = if nullable { json!({ "allOf": [to], "nullable": true }) } else { to };
    }
    secret
}

#[cfg(test)]
mod tests {
    use super::Replacement;

    #[test]
    fn every_password_is_a_secret() {
        let replaced = super::super::check(
            super::pass,
            "
paths:
  /a:
    get:
      parameters: [{name: key, in: query, schema: {type: string, format: password}}]
components:
  schemas:
    App: {properties: {secret: {type: string, format: password, nullable: true}}}
    Code: {type: string, format: password}
",
            "
paths:
  /a:
    get:
      parameters: [{name: key, in: query, schema: {type: string}, x-secret: true}]
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
