//! Schemas of OpenAPI 3.0 as JSON Schema, draft 4, from which they stem.

use jsonschema::{Draft, ReferencingError, Registry, Validator};
use serde_json::{Map, Value, json};
use spec::{Document, Node};

/// What a document is called in references to its schemas.
const DOCUMENT: &str = "openapi:/";

/// The schemas of a document, to which any schema in it may refer.
pub(super) struct Schemas {
    named: Registry<'static>,
}

impl Schemas {
    pub fn new(document: &Document) -> Result<Self, String> {
        let named = document.at("/components/schemas").map(Node::to_value);
        let named = json!({ "components": { "schemas": translated(named.unwrap_or_default()) } });
        let failed = |error: ReferencingError| error.to_string();
        let named = Registry::new().draft(Draft::Draft4).add(DOCUMENT, named).map_err(failed)?;
        Ok(Self { named: named.prepare().map_err(failed)? })
    }

    pub fn validator(&self, schema: Node) -> Result<Validator, String> {
        self.compile(&translated(schema.to_value()))
    }

    /// What any error may be: one of ModelArts or one of the gateway before it.
    pub fn error(&self) -> Result<Validator, String> {
        self.compile(&translated(json!({ "anyOf": [
            { "$ref": "#/components/schemas/ErrorResponse" },
            { "$ref": "#/components/schemas/GatewayErrorResponse" },
        ] })))
    }

    fn compile(&self, schema: &Value) -> Result<Validator, String> {
        let options = jsonschema::options().with_draft(Draft::Draft4).with_registry(&self.named);
        options.build(schema).map_err(|error| error.to_string())
    }
}

/// Replaces what only OpenAPI has: `nullable`, and the format that bounds an integer.
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
            if let Some(Value::String(reference)) = members.get_mut("$ref") {
                reference.insert_str(0, DOCUMENT);
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
