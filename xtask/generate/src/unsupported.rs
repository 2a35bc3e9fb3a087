//! Why nothing can be generated from a document.

/// Why nothing can be generated from a document.
#[derive(Debug, PartialEq)]
pub struct Unsupported {
    /// The place in the document, as a JSON pointer.
    pub pointer: String,
    /// What stands there that cannot be generated.
    pub reason: String,
    /// What to write instead.
    pub help: String,
}

impl Unsupported {
    /// Tells what cannot be generated, where, and what to write instead.
    pub fn new(pointer: &str, reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), reason: reason.into(), help: help.into() }
    }
}
