//! The error of generation: a construct that is not supported.

/// A construct of a document from which no client can be generated.
#[derive(Debug, PartialEq)]
pub struct Unsupported {
    /// The JSON pointer of the construct.
    pub pointer: String,
    /// Why it is not supported.
    pub reason: String,
    /// What to change in the document.
    pub help: String,
}

impl Unsupported {
    /// Creates an error at a JSON pointer.
    pub(crate) fn new(pointer: &str, reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), reason: reason.into(), help: help.into() }
    }
}
