//! Whether a text is a regular expression of ECMA-262.

use regress::Regex;

/// Returns whether a text is valid with the flag `u`, with which unknown escapes are errors.
pub fn is_strict(text: &str) -> bool {
    Regex::with_flags(text, "u").is_ok()
}

/// Returns whether a text is valid without flags.
///
/// # Errors
/// The message of the reader.
pub fn check_sloppy(text: &str) -> Result<(), String> {
    Regex::with_flags(text, "").map(|_| ()).map_err(|error| error.text)
}

/// A part of a pattern, with what is to say about it.
#[derive(Debug, PartialEq)]
pub struct Remark {
    /// How many characters of the pattern are before the part.
    pub at: usize,
    /// The part as it is written.
    pub part: String,
    /// What the part is, as the rest of a sentence that starts with it.
    pub message: String,
    /// What to write.
    pub help: String,
}

impl Remark {
    /// Creates a remark about a range of the characters of a pattern.
    pub fn new(
        pattern: &[char],
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let end = range.end.min(pattern.len());
        let part = pattern[range.start.min(end)..end].iter().collect();
        Self { at: range.start, part, message: message.into(), help: help.into() }
    }
}
