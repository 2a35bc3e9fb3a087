//! Reads values, token by token.

use crate::{
    builder::{Builder, Next},
    conflict,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    scalar::{self, Plain},
    tree::{Shape, Text},
};

/// Reads the whole text of the builder's source.
///
/// # Errors
/// What keeps the text from being JSON.
pub(crate) fn read(builder: &mut Builder<'_>) -> Result<(), ParseDiagnostic> {
    let text = builder.tree.source;
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, builder };
    loop {
        reader.value()?;
        if reader.after_value()? {
            return Ok(());
        }
    }
}

pub(super) struct Reader<'b, 's> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    pub(super) at: usize,
    pub(super) builder: &'b mut Builder<'s>,
}

impl Reader<'_, '_> {
    /// Reads down to the first value that has nothing inside it.
    fn value(&mut self) -> Result<(), ParseDiagnostic> {
        loop {
            match self.peek() {
                Some(open @ (b'{' | b'[')) => {
                    self.builder.open(open == b'{', self.at as u32)?;
                    self.at += 1;
                    match (open, self.peek()) {
                        (b'{', Some(b'}')) | (b'[', Some(b']')) => {
                            self.at += 1;
                            self.builder.close(self.at as u32);
                            return Ok(());
                        }
                        (b'{', _) => self.key()?,
                        _ => {}
                    }
                }
                Some(b'"') => {
                    let (span, text) = self.string()?;
                    self.builder.scalar(span, Shape::String(text));
                    return Ok(());
                }
                Some(b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') => return self.word(),
                _ => return Err(self.unexpected("a value")),
            }
        }
    }

    /// Ends what ends here and goes on to the next value; true at the end of the text.
    fn after_value(&mut self) -> Result<bool, ParseDiagnostic> {
        loop {
            let byte = self.peek();
            match (self.builder.next(), byte) {
                (Next::Root, None) => return Ok(true),
                (Next::Root, _) => return Err(self.unexpected("the end of the file")),
                (Next::Key, Some(b',')) => {
                    self.at += 1;
                    self.key()?;
                    return Ok(false);
                }
                (Next::Item, Some(b',')) => {
                    self.at += 1;
                    return Ok(false);
                }
                (Next::Key, Some(b'}')) | (Next::Item, Some(b']')) => {
                    self.at += 1;
                    self.builder.close(self.at as u32);
                }
                (Next::Item, _) => return Err(self.unexpected("`,` or `]`")),
                (Next::Key | Next::Member, _) => return Err(self.unexpected("`,` or `}`")),
            }
        }
    }

    fn key(&mut self) -> Result<(), ParseDiagnostic> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a key in double quotes"));
        }
        let (span, text) = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.unexpected("`:`"));
        }
        self.at += 1;
        self.builder.key(span, text);
        Ok(())
    }

    /// Skips white space; the byte that follows.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.bytes.get(self.at) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<(), ParseDiagnostic> {
        let start = self.at;
        let is_word =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        self.at += self.bytes[start..].iter().take_while(|byte| is_word(byte)).count();
        let word = &self.text[start..self.at];
        let span = Span { start: start as u32, end: self.at as u32 };
        let shape = match word {
            "null" => Shape::Null,
            "true" => Shape::Bool(true),
            "false" => Shape::Bool(false),
            _ if is_number(word) => {
                self.builder.number(span, Text { start: span.start, end: span.end })
            }
            _ => return Err(syntax(span, "this is not a JSON value", "put text in double quotes")),
        };
        self.builder.scalar(span, shape);
        Ok(())
    }

    fn unexpected(&self, expected: &str) -> ParseDiagnostic {
        if let Some(conflict) = conflict::find(self.text, self.at) {
            return conflict;
        }
        let span = Span::character(self.text, self.at);
        let (before, rest) = self.text.split_at(self.at);
        let Some(found) = rest.chars().next() else {
            let message = format!("expected {expected}, found the end of the file");
            return syntax(span, message, "complete the file, or restore it from a copy");
        };
        let help = match found {
            '}' | ']' if before.trim_end().ends_with(',') => "remove the comma before it",
            '/' | '#' => "remove the comment, because JSON has no comments",
            '\'' => "use double quotes",
            _ => "check for a missing or extra comma, quote or bracket before this position",
        };
        let message = format!("expected {expected}, found `{}`", found.escape_debug());
        syntax(span, message, help)
    }
}

/// JSON's numbers are those of the core schema but for leading zeros, signs, and bare points.
fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word).as_bytes();
    let bare_point = |pair: &[u8]| pair[0] == b'.' && !pair[1].is_ascii_digit();
    matches!(unsigned, [b'0'] | [b'0', b'.' | b'e' | b'E', ..] | [b'1'..=b'9', ..])
        && !unsigned.ends_with(b".")
        && !unsigned.windows(2).any(bare_point)
        && matches!(scalar::plain(word), Plain::Integer | Plain::Float)
}

pub(super) fn syntax(
    span: Span,
    message: impl Into<String>,
    help: &'static str,
) -> ParseDiagnostic {
    ParseDiagnostic::new(ParseDiagnosticKind::Syntax, span, message, help)
}
