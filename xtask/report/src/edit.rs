//! Edits of a text that fix a diagnostic.

use spec::Span;

/// A change of the text of a document: the text of a range, replaced by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The range that is replaced; empty for an insertion.
    pub span: Span,
    /// The new text of the range; empty for a removal.
    pub text: String,
}

impl Edit {
    /// Creates an insertion before the byte at an offset.
    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Self { span: Span { start: at, end: at }, text: text.into() }
    }

    /// Creates a removal of a range.
    pub fn remove(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}
