//! Schemas of OpenAPI 3.0 as JSON Schema, draft 4, from which they stem.

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use spec::{Document, Node};

/// The schemas of a document, to which any schema in it may refer.
pub(super) struct Schemas {
    named: Value,
}

impl Schemas {
    pub fn new(document: &Document) -> Self {
        let named = document.at("/components/schemas").map(Node::to_value);
        Self { named: translated(named.unwrap_or_else(|| json!({}))) }
    }

    pub fn validator(&self, schema: Node) -> Result<Validator, String> {
        self.compile(translated(schema.to_value()))
    }

    /// What any error may be: one of ModelArts or one of the gateway before it.
    pub fn error(&self) -> Result<Validator, String> {
        self.compile(json!({ "anyOf": [
            { "$ref": "#/components/schemas/ErrorResponse" },
            { "$ref": "#/components/schemas/GatewayErrorResponse" },
        ] }))
    }

    fn compile(&self, schema: Value) -> Result<Validator, String> {
        let schema = json!({ "allOf": [schema], "components": { "schemas": self.named } });
        let compiled = jsonschema::options().with_draft(Draft::Draft4).build(&schema);
        compiled.map_err(|error| error.to_string())
    }
}

/// Replaces what only OpenAPI has: `nullable`, and the formats that bound an integer.
fn translated(schema: Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut members: Map<String, Value> =
                members.into_iter().map(|(key, value)| (key, translated(value))).collect();
            if members.get("nullable") == Some(&Value::Bool(true)) {
                return json!({ "anyOf": [{ "type": "null" }, without(members, "nullable")] });
            }
            if members.get("format").and_then(Value::as_str) == Some("int32") {
                members.entry("minimum").or_insert(i32::MIN.into());
                members.entry("maximum").or_insert(i32::MAX.into());
            }
            members.into()
        }
        Value::Array(items) => items.into_iter().map(translated).collect(),
        scalar => scalar,
    }
}

fn without(mut members: Map<String, Value>, key: &str) -> Value {
    members.shift_remove(key);
    members.into()
}
