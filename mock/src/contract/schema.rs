//! Schemas of OpenAPI 3.0 as JSON Schema, draft 4, from which they stem.

use std::fmt::Display;

use jsonschema::{Draft, ReferencingError, Registry, ValidationError, Validator};
use serde_json::{Map, Value, json};
use spec::{Document, Node};

use crate::invalid_document::InvalidDocument;

/// The name of the document in references to its schemas.
const DOCUMENT: &str = "openapi:/";

/// The schemas of a document, to which any schema in it may refer.
pub(super) struct Schemas {
    named: Registry<'static>,
    /// The JSON Schema of any error.
    error: Value,
}

impl Schemas {
    pub fn new(document: &Document) -> Result<Self, InvalidDocument> {
        let schemas = document.at("/components/schemas");
        let named = schemas.map(Node::to_value).unwrap_or_default();
        let named = json!({ "components": { "schemas": translated(named) } });
        let failed = |error: ReferencingError| invalid(schemas.unwrap_or(document.root()), &error);
        let named = Registry::new().draft(Draft::Draft4).add(DOCUMENT, named).map_err(failed)?;
        Ok(Self { named: named.prepare().map_err(failed)?, error: error(schemas) })
    }

    pub fn validator(&self, schema: Node) -> Result<Validator, InvalidDocument> {
        let compiled = self.compile(&translated(schema.to_value()));
        compiled.map_err(|error| invalid(schema, &error))
    }

    /// Returns the schema of the errors of an operation.
    pub fn error(&self, operation: Node) -> Result<Validator, InvalidDocument> {
        self.compile(&self.error).map_err(|error| invalid(operation, &error))
    }

    fn compile(&self, schema: &Value) -> Result<Validator, ValidationError<'static>> {
        let options = jsonschema::options().with_draft(Draft::Draft4).with_registry(&self.named);
        options.build(schema)
    }
}

fn invalid(schema: Node, error: &dyn Display) -> InvalidDocument {
    let message = format!("the schema cannot be used: {error}");
    InvalidDocument::at(schema, message, "run `cargo xtask lint` on the document")
}

/// An error of ModelArts or of the gateway before it, if the document has them.
fn error(schemas: Option<Node>) -> Value {
    let mut known = ["ErrorResponse", "GatewayErrorResponse"].into_iter();
    match known.all(|name| schemas.is_some_and(|schemas| schemas.get(name).is_some())) {
        true => translated(json!({ "anyOf": [
            { "$ref": "#/components/schemas/ErrorResponse" },
            { "$ref": "#/components/schemas/GatewayErrorResponse" },
        ] })),
        false => json!({}),
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
