//! Turns the bytes of a sloppy server into text that a strict JSON parser accepts.

use std::fmt::Write;

use zeroize::Zeroizing;

/// The text of a body, in which every string is valid JSON.
pub(crate) struct JsonText {
    pub(crate) text: Zeroizing<String>,
    /// Whether the text ends inside a string.
    pub(crate) ends_in_string: bool,
}

impl JsonText {
    /// Reads a body.
    ///
    /// A byte order mark, white space and NUL bytes around the document are removed, and control
    /// characters in strings are escaped. Bytes that are not UTF-8, and surrogates without their
    /// other half, become U+FFFD.
    pub(crate) fn of(body: &[u8]) -> Self {
        let decoded = decoded(body);
        let is_padding = |c: char| matches!(c, '\u{feff}' | '\0') || c.is_ascii_whitespace();
        let mut rest = decoded.trim_matches(is_padding);
        let mut text = Zeroizing::new(String::with_capacity(room(rest.as_bytes())));
        let mut in_string = false;
        while let Some(c) = rest.chars().next() {
            let is_escape = in_string && c == '\\';
            let length = if is_escape { escape_length(rest) } else { c.len_utf8() };
            // An escape that is cut off ends the text.
            let Some((unit, after)) = rest.split_at_checked(length) else { break };
            if is_escape && length == 6 && matches!(code_unit(unit), Some(0xd800..=0xdfff)) {
                text.push(char::REPLACEMENT_CHARACTER);
            } else if in_string && c < ' ' {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            } else {
                in_string ^= c == '"';
                text.push_str(unit);
            }
            rest = after;
        }
        Self { text, ends_in_string: in_string }
    }
}

/// A body as text.
fn decoded(body: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(room(body)));
    for chunk in body.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

/// The largest size of what becomes of `text`: a string that grows by itself leaves its old memory
/// as it was, with the secrets in it.
fn room(text: &[u8]) -> usize {
    let growing = text.iter().filter(|byte| byte.is_ascii_control() || !byte.is_ascii()).count();
    text.len() + 5 * growing
}

/// The length of the escape at the beginning of `text`. Two surrogates make one escape.
fn escape_length(text: &str) -> usize {
    let is_pair = matches!(code_unit(text), Some(0xd800..=0xdbff))
        && matches!(text.get(6..).and_then(code_unit), Some(0xdc00..=0xdfff));
    match text.chars().nth(1) {
        _ if is_pair => 12,
        Some('u') => 6,
        next => 1 + next.map_or(1, char::len_utf8),
    }
}

/// The number in an escape of the form `\u0000`.
fn code_unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}
