//! A document between the passes, and the types of the client that take the place of its schemas.

use std::collections::BTreeMap;

use serde_json::Value;

use super::walk::{reference, schemas};

/// A document on its way to progenitor.
pub struct Lowered {
    pub document: Value,
    /// The servers as the document has them.
    pub servers: Value,
    /// The ids of the document, by the ids that took their place.
    pub documented_ids: BTreeMap<String, String>,
    /// Named schemas for which a type of the client stands in, by schema name.
    pub replaced: BTreeMap<String, Replacement>,
}

/// The type of the client that stands in for a named schema.
#[derive(Clone, Debug, PartialEq)]
pub enum Replacement {
    /// A newtype of its own over a string.
    Newtype,
    /// An open enum of its own over these values.
    OpenEnum(Vec<String>),
    /// `crate::Secret`.
    Secret,
    /// `crate::payload::Payload`, a request body that is already JSON.
    Payload,
    /// `crate::segment::Segment`, one checked segment of a path.
    Segment,
}

/// The schemas that stand for types of the runtime, which no other schema is called.
pub const RUNTIME: [&str; 3] = [PAYLOAD, SECRET, SEGMENT];
pub const PAYLOAD: &str = "RuntimePayload";
pub const SECRET: &str = "RuntimeSecret";
pub const SEGMENT: &str = "RuntimeSegment";

impl Lowered {
    /// Starts with a copy of the document, before any pass.
    pub fn of(document: Value) -> Self {
        let (documented_ids, replaced) = Default::default();
        Self { servers: document["servers"].clone(), document, documented_ids, replaced }
    }

    /// Adds a schema of the runtime's that the document does not have, and a reference to it.
    pub fn runtime_type(&mut self, name: &str, replacement: Replacement) -> Value {
        let schema = serde_json::json!({ "type": "string" });
        schemas(&mut self.document).insert(name.to_owned(), schema);
        self.replaced.insert(name.to_owned(), replacement);
        reference(name)
    }
}
