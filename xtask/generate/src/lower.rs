//! What stands between `openapi.yaml` and progenitor: small passes over a copy of the document.
//!
//! The document is written for people and stays as it is. Each pass takes away one thing that
//! progenitor cannot take, or that would make a worse client, and shows what it does in its tests.

mod bodies;
mod compose;
mod drop_constraints;
mod drop_unreferenced;
mod drop_unsupported;
mod explode_objects;
mod field_names;
mod headers;
mod infer_types;
mod inline_components;
mod media;
mod name_inline_schemas;
mod newtypes;
mod nullable;
mod open_enums;
mod open_responses;
mod operation_ids;
mod optional_lists;
mod parameters;
mod path_parameters;
mod path_segments;
mod query_pairs;
mod read_only;
mod refs;
mod sanitize_docs;
mod secrets;
mod sort_keys;
mod strip_unused;
mod successes;
mod walk;

use std::collections::BTreeMap;

use serde_json::Value;

pub use media::JSON;
pub use walk::{pointer_token, reached, reference};

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
const RUNTIME: [&str; 3] = [PAYLOAD, SECRET, SEGMENT];
const PAYLOAD: &str = "RuntimePayload";
const SECRET: &str = "RuntimeSecret";
const SEGMENT: &str = "RuntimeSegment";

/// Why nothing can be generated from a document.
#[derive(Debug, PartialEq)]
pub struct Refusal {
    /// The place in the document, as a JSON pointer.
    pub pointer: String,
    /// What stands there that cannot be generated.
    pub reason: String,
    /// What to write instead.
    pub mend: String,
}

impl Refusal {
    /// Tells what cannot be generated, where, and what to write instead.
    pub fn new(pointer: &str, reason: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), reason: reason.into(), mend: mend.into() }
    }
}

type Pass = fn(&mut Lowered);

/// Makes the document simple and gives its types the names and the openness that the client shows.
const SHAPE: &[Pass] = &[
    // What the document does not mean.
    sort_keys::pass,
    // The form of a reference.
    infer_types::pass,
    refs::pass,
    // The form of an operation.
    inline_components::pass,
    drop_unsupported::pass,
    operation_ids::pass,
    headers::pass,
    path_parameters::pass,
    successes::unite,
    bodies::choose,
    // The form of a schema.
    explode_objects::alternatives,
    compose::pass,
    explode_objects::properties,
    parameters::pass,
    query_pairs::name,
    read_only::pass,
    open_responses::pass,
    nullable::pass,
    name_inline_schemas::pass,
    field_names::pass,
    optional_lists::pass,
    // The types of the client.
    open_enums::pass,
    secrets::pass,
    newtypes::pass,
    drop_constraints::pass,
    bodies::name,
    sanitize_docs::pass,
];

/// Hides from progenitor what the face does itself: errors, bodies, path segments.
const HIDE: &[Pass] = &[
    successes::pass,
    drop_unreferenced::pass,
    bodies::hide,
    parameters::hide,
    path_segments::pass,
    query_pairs::hide,
    operation_ids::hide,
    strip_unused::pass,
];

/// A copy of the document in the shape that the face of the client is written from.
pub fn shape(document: Value) -> Lowered {
    let mut lowered = Lowered::of(document);
    SHAPE.iter().for_each(|pass| pass(&mut lowered));
    lowered
}

/// The same document as progenitor shall see it.
pub fn hide(lowered: &mut Lowered) {
    HIDE.iter().for_each(|pass| pass(lowered));
}

impl Lowered {
    fn of(document: Value) -> Self {
        let (documented_ids, replaced) = Default::default();
        Self { servers: document["servers"].clone(), document, documented_ids, replaced }
    }

    /// Adds a schema of the runtime's that the document does not have, and a reference to it.
    fn runtime_type(&mut self, name: &str, replacement: Replacement) -> Value {
        let schema = serde_json::json!({ "type": "string" });
        walk::schemas(&mut self.document).insert(name.to_owned(), schema);
        self.replaced.insert(name.to_owned(), replacement);
        walk::reference(name)
    }
}

#[cfg(test)]
fn read(text: &str) -> Value {
    let source = spec::Source::new("case.yaml", text);
    spec::Document::parse(&source).expect("a readable case").root().to_value()
}

/// Runs one pass over a small document and compares what it leaves with what is expected.
#[cfg(test)]
fn check(pass: Pass, before: &str, after: &str) -> BTreeMap<String, Replacement> {
    let mut lowered = Lowered::of(read(before));
    pass(&mut lowered);
    let pretty = |value: &Value| serde_json::to_string_pretty(value).expect("JSON");
    assert_eq!(pretty(&lowered.document), pretty(&read(after)));
    lowered.replaced
}
