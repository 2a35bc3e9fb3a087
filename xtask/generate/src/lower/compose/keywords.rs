//! The keywords of a schema that compositions are about.

use serde_json::{Value, json};

use crate::lower::walk::{reference, referenced};

/// What says which values a schema is for; all else describes or limits them.
const SAYS: [&str; 9] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "enum",
    "items",
    "properties",
    "required",
    "type",
    "x-extensible-enum",
];

/// The keywords of a schema that say which values it is for.
pub fn says(schema: &Value) -> impl Iterator<Item = &str> {
    let members = schema.as_object().into_iter().flatten();
    members.map(|(key, _)| key.as_str()).filter(|key| SAYS.contains(key))
}

/// A schema that null fits as well.
pub fn nulled(mut schema: Value) -> Value {
    match referenced(&schema) {
        Some(name) => json!({ "allOf": [reference(name)], "nullable": true }),
        None => {
            schema["nullable"] = json!(true);
            schema
        }
    }
}

/// The kind of value that a schema is for, if it says one.
pub fn kind(schema: &Value) -> Option<&str> {
    schema.get("type")?.as_str()
}

/// The names that a schema requires.
pub fn required(schema: &Value) -> impl Iterator<Item = &Value> {
    schema["required"].as_array().into_iter().flatten()
}

/// The properties of a schema.
pub fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}
