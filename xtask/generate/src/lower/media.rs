//! Chooses one of the media types of a body.

use serde_json::{Map, Value, json};

pub const JSON: &str = "application/json";
/// Represents every media type that is not JSON.
pub const BYTES: &str = "application/octet-stream";

/// The content of a request body or of a response.
pub enum Media {
    None,
    Json {
        /// The media type, without parameters.
        name: String,
        schema: Value,
    },
    Bytes {
        names: Vec<String>,
    },
}

impl Media {
    /// Returns the JSON of the content if it has any, and bytes otherwise.
    pub fn of(holder: &Value) -> Self {
        let content = holder.get("content").and_then(Value::as_object);
        let Some(content) = content.filter(|content| !content.is_empty()) else {
            return Self::None;
        };
        match json_of(content) {
            Some((name, media)) => Self::Json {
                name: essence(name),
                schema: media.get("schema").cloned().unwrap_or_else(|| json!({})),
            },
            None => Self::Bytes { names: content.keys().cloned().collect() },
        }
    }
}

fn json_of(content: &Map<String, Value>) -> Option<(&str, &Value)> {
    let mut named = content.iter().filter(|(name, _)| spec::is_json(name));
    let plain = named.clone().find(|(name, _)| essence(name) == JSON);
    let wild = || {
        let mut wild =
            content.iter().filter(|(name, _)| ["*/*", "application/*"].contains(&name.as_str()));
        // A wildcard includes JSON, unless its schema is a string or bytes.
        let (_, media) = wild.find(|(_, media)| {
            media.get("schema").is_some_and(|schema| schema["type"] != "string")
        })?;
        Some((JSON, media))
    };
    let found = plain.or_else(|| named.next()).map(|(name, media)| (name.as_str(), media));
    found.or_else(wild)
}

fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_lowercase()
}
