//! The document that the passes work on, and the schemas that types of the client replace.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::walk::{reference, schemas};
use crate::model::Success;

/// A copy of the document, as far as the passes have changed it.
pub struct Lowered {
    /// The OpenAPI document.
    pub document: Value,
    /// The servers of the original document, with sorted keys.
    pub servers: Value,
    /// The original ids of renamed operations, by their new ids.
    pub documented_ids: BTreeMap<String, String>,
    /// What the successful responses have in common, by the id of the operation.
    pub successes: BTreeMap<String, Success>,
    /// The properties that requests require, by the name of a schema that is received, too.
    pub required: BTreeMap<String, BTreeSet<String>>,
    /// The properties, by schema and name, that accept null only because they are received.
    pub opened: BTreeSet<(String, String)>,
    /// The schemas that types of the client replace, by name.
    pub replaced: BTreeMap<String, Replacement>,
    /// The units of the properties that are times, by schema and property.
    pub timestamps: BTreeMap<(String, String), String>,
    /// The properties of requests that may be absent, null or a value: schema and property.
    pub clearable: BTreeSet<(String, String)>,
}

/// The type of the client that replaces a named schema.
#[derive(Clone, Debug, PartialEq)]
pub enum Replacement {
    /// A newtype of a string.
    Newtype,
    /// An open enum with these known values.
    OpenEnum(Vec<String>),
    /// `crate::Secret`.
    Secret,
    /// `crate::call::payload::Payload`, a request body that is serialized already.
    Payload,
    /// `crate::call::path_segment::PathSegment`, a checked segment of a path.
    Segment,
}

/// The names of schemas for types of the runtime, which no schema of the document gets.
pub const RUNTIME: [&str; 3] = [PAYLOAD, SECRET, SEGMENT];
pub const PAYLOAD: &str = "RuntimePayload";
pub const SECRET: &str = "RuntimeSecret";
pub const SEGMENT: &str = "RuntimeSegment";

impl Lowered {
    /// Returns the state before the first pass.
    pub fn of(document: Value) -> Self {
        let servers = document["servers"].clone();
        Self {
            document,
            servers,
            documented_ids: BTreeMap::new(),
            successes: BTreeMap::new(),
            required: BTreeMap::new(),
            opened: BTreeSet::new(),
            replaced: BTreeMap::new(),
            timestamps: BTreeMap::new(),
            clearable: BTreeSet::new(),
        }
    }

    /// Adds a schema for a type of the runtime; returns a reference to it.
    pub fn runtime_type(&mut self, name: &str, replacement: Replacement) -> Value {
        let schema = serde_json::json!({ "type": "string" });
        schemas(&mut self.document).insert(name.to_owned(), schema);
        self.replaced.insert(name.to_owned(), replacement);
        reference(name)
    }
}
