//! A diagnostic, and a document with its diagnostics.

use std::borrow::Cow;

use spec::{Source, Span};

use crate::edit::Edit;
use crate::rule::RuleInfo;

/// A document with its diagnostics.
pub struct Checked {
    /// The text of the document.
    pub source: Source,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the rules could check it. The diagnostics that say why not are never filtered.
    pub is_usable: bool,
}

/// A message about a range of a document, from a rule or a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// A sentence that names the subject.
    pub message: String,
    /// How to fix it.
    pub help: Cow<'static, str>,
    /// The range in the text.
    pub span: Span,
    /// The value in the document as a JSON pointer; empty if there is none.
    pub pointer: String,
    /// The edits of the text that fix it; empty if a person must decide.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// Creates a diagnostic with the help of its rule.
    pub fn new(
        rule: &'static RuleInfo,
        message: impl Into<String>,
        span: Span,
        pointer: String,
    ) -> Self {
        let message = message.into();
        Self { rule, message, help: rule.help.into(), span, pointer, fix: Vec::new() }
    }
}
