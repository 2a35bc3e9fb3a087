//! The problems of a text that is not an OpenAPI document.

use std::borrow::Cow;

/// A range of bytes in the text of a [`Source`](crate::Source).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The character at an offset; empty at the end of the text.
    pub(crate) fn character(text: &str, start: usize) -> Span {
        let len = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span { start: start as u32, end: (start + len) as u32 }
    }
}

/// A problem of the text, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDiagnostic {
    /// The kind of the problem.
    pub kind: ParseDiagnosticKind,
    /// The characters at fault.
    pub span: Span,
    /// The problem, as one clause.
    pub message: String,
    /// How to fix it.
    pub help: Cow<'static, str>,
}

impl ParseDiagnostic {
    pub(crate) fn new(
        kind: ParseDiagnosticKind,
        span: Span,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
    ) -> ParseDiagnostic {
        ParseDiagnostic { kind, span, message: message.into(), help: help.into() }
    }
}

/// Every kind of [`ParseDiagnostic`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParseDiagnosticKind {
    /// Neither YAML nor JSON. Nothing can be read.
    Syntax,
    /// A tab where YAML wants spaces. Nothing can be read.
    Tab,
    /// Bytes that are not UTF-8. Nothing can be read.
    Encoding,
    /// The character U+0000. Nothing can be read.
    Nul,
    /// No value in the text. Nothing can be read.
    Empty,
    /// More bytes than offsets can count. Nothing can be read.
    TooLarge,
    /// Objects and arrays inside one another beyond a bound. Nothing can be read.
    TooDeep,
    /// A second YAML document, which is not read.
    SecondDocument,
    /// A key that the object already has. Both members are kept,
    /// [`get`](crate::Node::get) finds the first.
    RepeatedKey,
    /// A key that is an object or an array: nothing can be read. Or no key before a `:`, which
    /// reads as an empty one.
    KeyNotString,
    /// The key `<<`, which is of YAML 1.1. Objects that it has, in place or by alias, are merged;
    /// anything else is its value, like that of any other key.
    MergeKey,
    /// An alias, which is replaced by the value of its anchor.
    Alias,
    /// An alias that contains itself or grows beyond a bound. Nothing can be read.
    AliasUnbounded,
    /// A tag that JSON has no type for, or that does not fit its value, which reads as if it had
    /// none.
    Tag,
    /// Infinity or not-a-number, which JSON cannot write.
    NotFinite,
    /// A number of JSON that is larger than any double.
    NumberTooLarge,
    /// The document is not OpenAPI 3.0
    /// ([`version_diagnostic`](crate::Document::version_diagnostic)).
    OtherVersion,
}

impl ParseDiagnosticKind {
    /// Every kind.
    pub const ALL: [ParseDiagnosticKind; 17] = {
        use ParseDiagnosticKind::*;
        [
            Alias,
            AliasUnbounded,
            Empty,
            Encoding,
            KeyNotString,
            MergeKey,
            NotFinite,
            Nul,
            NumberTooLarge,
            OtherVersion,
            RepeatedKey,
            SecondDocument,
            Syntax,
            Tab,
            Tag,
            TooDeep,
            TooLarge,
        ]
    };

    /// Returns a stable name, which begins with the subject.
    pub fn id(self) -> &'static str {
        match self {
            ParseDiagnosticKind::Syntax => "syntax-invalid",
            ParseDiagnosticKind::Tab => "indentation-tab",
            ParseDiagnosticKind::Encoding => "encoding-not-utf8",
            ParseDiagnosticKind::Nul => "character-nul",
            ParseDiagnosticKind::Empty => "document-empty",
            ParseDiagnosticKind::TooLarge => "document-too-large",
            ParseDiagnosticKind::TooDeep => "nesting-too-deep",
            ParseDiagnosticKind::SecondDocument => "document-second",
            ParseDiagnosticKind::RepeatedKey => "key-repeated",
            ParseDiagnosticKind::KeyNotString => "key-not-string",
            ParseDiagnosticKind::MergeKey => "key-merge",
            ParseDiagnosticKind::Alias => "alias-used",
            ParseDiagnosticKind::AliasUnbounded => "alias-unbounded",
            ParseDiagnosticKind::Tag => "tag-unknown",
            ParseDiagnosticKind::NotFinite => "number-not-finite",
            ParseDiagnosticKind::NumberTooLarge => "number-too-large",
            ParseDiagnosticKind::OtherVersion => "openapi-version-unsupported",
        }
    }
}
