//! What a rule, or a command, has found at a place in a document.

use std::borrow::Cow;

use spec::{Source, Span};

use crate::rule::RuleInfo;

/// A source, and what was found in it.
pub struct Checked {
    /// The text of the document.
    pub source: Source,
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// Whether the rules could check it. What says that they could not is never filtered.
    pub is_usable: bool,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// One clause that names the thing.
    pub message: String,
    /// What to write instead.
    pub help: Cow<'static, str>,
    /// The place in the text.
    pub span: Span,
    /// The place as a JSON pointer; empty where there is none.
    pub pointer: String,
}
