//! What stands between `openapi.yaml` and progenitor: small passes over a copy of the document.
//!
//! The document is written for people and stays as it is. Each pass takes away one thing that
//! progenitor cannot take, or that would make a worse client, and shows what it does in its tests.

mod allof;
mod answers;
mod bodies;
mod bounds;
mod enums;
mod flatten;
mod headers;
mod newtypes;
mod paths;
mod prose;
mod secrets;
mod successes;
mod unreached;
mod walk;

use std::collections::BTreeMap;

use serde_json::Value;

pub use walk::{pointer_token, reached, reference};

/// A document on its way to progenitor.
pub struct Lowered {
    pub document: Value,
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
    pub fn new(pointer: &str, reason: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), reason: reason.into(), mend: mend.into() }
    }
}

type Pass = fn(&mut Lowered) -> Result<(), Refusal>;

/// Makes the document simple and gives its types the names and the openness that the client shows.
const SHAPE: &[Pass] = &[
    flatten::pass,
    headers::pass,
    allof::pass,
    answers::pass,
    enums::pass,
    secrets::pass,
    newtypes::pass,
    bounds::pass,
    bodies::name,
    prose::pass,
];

/// Hides from progenitor what the face does itself: errors, bodies, path segments.
const HIDE: &[Pass] = &[successes::pass, unreached::pass, bodies::hide, paths::pass];

/// A copy of the document in the shape that the face of the client is written from.
pub fn shape(document: Value) -> Result<Lowered, Refusal> {
    let mut lowered = Lowered { document, replaced: BTreeMap::new() };
    run(SHAPE, &mut lowered)?;
    Ok(lowered)
}

/// The same document as progenitor shall see it.
pub fn hide(lowered: &mut Lowered) -> Result<(), Refusal> {
    run(HIDE, lowered)
}

fn run(passes: &[Pass], lowered: &mut Lowered) -> Result<(), Refusal> {
    passes.iter().try_for_each(|pass| pass(lowered))
}

impl Lowered {
    /// Adds a schema of the runtime's that the document does not have, and a reference to it.
    fn runtime_type(&mut self, name: &str, replacement: Replacement) -> Result<Value, Refusal> {
        let schemas = walk::schemas(&mut self.document);
        if schemas.contains_key(name) && !self.replaced.contains_key(name) {
            return Err(Refusal::new(
                &format!("/components/schemas/{name}"),
                format!("the schema name `{name}` is taken by the client's runtime"),
                "give the schema another name",
            ));
        }
        schemas.insert(name.to_owned(), serde_json::json!({ "type": "string" }));
        self.replaced.insert(name.to_owned(), replacement);
        Ok(walk::reference(name))
    }
}

/// Runs one pass over a small document and compares what it leaves with what is expected.
#[cfg(test)]
fn check(pass: Pass, before: &str, after: &str) -> BTreeMap<String, Replacement> {
    let value = |text: &str| {
        let source = spec::Source::new("case.yaml", text);
        spec::Document::parse(&source).expect("a readable case").root().to_value()
    };
    let mut lowered = Lowered { document: value(before), replaced: BTreeMap::new() };
    pass(&mut lowered).expect("a pass that takes the document");
    let pretty = |value: &Value| serde_json::to_string_pretty(value).expect("JSON");
    assert_eq!(pretty(&lowered.document), pretty(&value(after)));
    lowered.replaced
}
