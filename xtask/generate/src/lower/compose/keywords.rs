//! Reads the keywords of a schema that compositions merge.

use mapping::extensions::EXTENSIBLE_ENUM;
use serde_json::{Value, json};

use crate::lower::walk::{reference, referenced};

/// The keywords that decide the type of a schema; the others describe or constrain its values.
const TYPE_KEYWORDS: [&str; 9] = [
    EXTENSIBLE_ENUM,
    "$ref",
    "additionalProperties",
    "allOf",
    "enum",
    "items",
    "properties",
    "required",
    "type",
];

/// Returns the keywords of a schema that decide its type.
pub fn type_keywords(schema: &Value) -> impl Iterator<Item = &str> {
    let members = schema.as_object().into_iter().flatten();
    members.map(|(key, _)| key.as_str()).filter(|key| TYPE_KEYWORDS.contains(key))
}

/// Returns a schema that also accepts null.
pub fn nullable(mut schema: Value) -> Value {
    match referenced(&schema) {
        Some(name) => json!({ "allOf": [reference(name)], "nullable": true }),
        None => {
            schema["nullable"] = json!(true);
            schema
        }
    }
}

/// Returns the `type` of a schema.
pub fn kind(schema: &Value) -> Option<&str> {
    schema.get("type")?.as_str()
}

/// Returns the names of the required properties of a schema.
pub fn required(schema: &Value) -> impl Iterator<Item = &Value> {
    schema["required"].as_array().into_iter().flatten()
}

/// Returns the properties of a schema.
pub fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}
