//! Chooses one of the media types of a body.

use serde_json::{Map, Value, json};

use crate::model::Form;

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
        /// The other media types of the content, as they are written.
        others: Vec<String>,
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
                name: Some(spec::sent_as(name))
                    .filter(|name| is_header_value(name))
                    .unwrap_or_else(|| JSON.to_owned()),
                schema: media.get("schema").cloned().unwrap_or_else(|| json!({})),
                others: content.keys().filter(|other| *other != name).cloned().collect(),
            },
            None => Self::Bytes { names: content.keys().cloned().collect() },
        }
    }

    /// Returns how the client reads a response of this content.
    pub fn form(&self) -> Form {
        match self {
            Self::None => Form::Nothing,
            Self::Json { .. } => Form::Json,
            Self::Bytes { names } if names.iter().all(|name| spec::is_read_as_text(name)) => {
                Form::Text
            }
            Self::Bytes { .. } => Form::Bytes,
        }
    }
}

/// Returns whether a header can have this media type as its value. A key of a document may be any text.
pub fn is_header_value(name: &str) -> bool {
    name.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

fn json_of(content: &Map<String, Value>) -> Option<(&str, &Value)> {
    let members = || content.iter().map(|(name, media)| (name.as_str(), (name.as_str(), media)));
    spec::json_of(members, |(_, media)| {
        media.get("schema").map(|schema| schema["type"].as_str().unwrap_or_default())
    })
}
