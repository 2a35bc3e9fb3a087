//! Reads the strings of JSON.

use super::reader::{Reader, syntax};
use crate::{
    parse_diagnostic::{ParseDiagnostic, Span},
    tree::Text,
};

impl Reader<'_, '_> {
    /// A string with its quotes, and what it reads.
    pub(super) fn string(&mut self) -> Result<(Span, Text), ParseDiagnostic> {
        let start = self.at;
        let end = self.plain_end(start + 1);
        if self.bytes.get(end) == Some(&b'"') {
            self.at = end + 1;
            let text = Text { start: start as u32 + 1, end: end as u32 };
            return Ok((Span { start: start as u32, end: self.at as u32 }, text));
        }
        self.at = start + 1;
        let decoded = self.builder.decoded_end();
        loop {
            let end = self.plain_end(self.at);
            self.builder.tree.decoded.push_str(&self.text[self.at..end]);
            self.at = end;
            match self.bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    let character = self.escape()?;
                    self.builder.tree.decoded.push(character);
                }
                None => {
                    let quote = Span { start: start as u32, end: start as u32 + 1 };
                    return Err(syntax(quote, "the string is not closed", "add the closing `\"`"));
                }
                Some(_) => {
                    let control = Span { start: end as u32, end: end as u32 + 1 };
                    let message = "the string contains a line break or another control character";
                    return Err(syntax(
                        control,
                        message,
                        "write it as an escape: `\\n`, `\\t`, `\\u0001`",
                    ));
                }
            }
        }
        self.at += 1;
        let text = Text { start: decoded, end: self.builder.decoded_end() };
        Ok((Span { start: start as u32, end: self.at as u32 }, text))
    }

    /// Where a string stops to read as it is written.
    fn plain_end(&self, from: usize) -> usize {
        let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
        self.bytes[from..].iter().position(special).map_or(self.bytes.len(), |count| from + count)
    }

    fn escape(&mut self) -> Result<char, ParseDiagnostic> {
        let start = self.at;
        self.at += 2;
        let character = match self.bytes.get(start + 1) {
            Some(&byte @ (b'"' | b'\\' | b'/')) => Some(char::from(byte)),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            Some(b'u') => self.code_point(),
            _ => None,
        };
        character.ok_or_else(|| {
            let end = (self.at..self.text.len()).find(|&end| self.text.is_char_boundary(end));
            let end = end.unwrap_or(self.text.len());
            let span = Span { start: start as u32, end: end as u32 };
            let message = "this is not a valid JSON escape, or only half of a surrogate pair";
            syntax(span, message, "write `\\\\` for a backslash, or the character itself")
        })
    }

    /// The character of four digits, or of two escapes that are a surrogate pair.
    fn code_point(&mut self) -> Option<char> {
        let high = self.digits()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        if !self.bytes[self.at..].starts_with(b"\\u") {
            return None;
        }
        self.at += 2;
        let low = self.digits().filter(|low| (0xDC00..0xE000).contains(low))?;
        char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }

    fn digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
