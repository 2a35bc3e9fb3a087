//! Finds the bytes that belong to an event.
//!
//! Saphyr counts characters, and what it marks is the range it has scanned: white space and
//! comments after a quoted scalar or a bracket, the start of what follows after a block. Here
//! these become the bytes of the value itself.

use saphyr_parser::{Marker, ScalarStyle, Span as Mark};

use super::offset::Offsets;
use crate::{builder::Next, parse_diagnostic::Span, tree::Text};

/// The places of the events of one text, asked for in their order.
pub(super) struct Places<'s> {
    text: &'s str,
    bytes: &'s [u8],
    /// The end of the scalar, alias or bracket before this event, or the start of a block.
    last: usize,
    offsets: Offsets<'s>,
}

/// Where a scalar stands.
pub(super) struct Place {
    pub span: Span,
    /// The part of the text that reads like the scalar, if one does.
    pub verbatim: Option<Text>,
}

impl<'s> Places<'s> {
    pub fn of(text: &'s str) -> Places<'s> {
        Places { text, bytes: text.as_bytes(), last: 0, offsets: Offsets::of(text) }
    }

    /// The byte of a mark.
    pub fn byte(&mut self, mark: &Marker) -> usize {
        self.offsets.byte(mark.index())
    }

    /// The start of an object or array. Saphyr marks a sequence that is not indented more than its
    /// key at its first item instead of its first dash: `sequence_value` is an array after a key.
    pub fn open(&mut self, mark: &Mark, sequence_value: bool, properties: bool) -> u32 {
        let marked = self.byte(&mark.start);
        let start = if properties {
            self.content(marked)
        } else if sequence_value {
            self.content(self.indicator(b':'))
        } else {
            marked
        };
        let bracket = matches!(self.bytes.get(start), Some(b'[' | b'{'));
        self.last = start + usize::from(bracket);
        start as u32
    }

    /// The end of an object or array: its bracket, or the end of the last value in the block.
    pub fn close(&mut self, mark: &Mark) -> u32 {
        let marked = self.byte(&mark.start);
        if !mark.is_empty() && matches!(self.bytes.get(marked), Some(b']' | b'}')) {
            self.last = marked + 1;
        }
        self.last as u32
    }

    /// The place of a scalar.
    pub fn scalar(
        &mut self,
        mark: &Mark,
        style: ScalarStyle,
        value: &str,
        next: Next,
        properties: bool,
    ) -> Place {
        let marked = self.byte(&mark.start);
        let content = if properties { self.content(marked) } else { marked };
        let (start, end, inner) = match style {
            ScalarStyle::Plain if value.is_empty() => {
                let at = if properties { self.byte(&mark.end) } else { self.absent(marked, next) };
                (at, at, at)
            }
            ScalarStyle::Plain => (content, self.byte(&mark.end), content),
            ScalarStyle::SingleQuoted => {
                (content, self.quote_end(content, value, b'\''), content + 1)
            }
            ScalarStyle::DoubleQuoted => {
                (content, self.quote_end(content, value, b'"'), content + 1)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = if properties { content } else { self.header(marked, next) };
                let scanned = self.text.get(start..self.byte(&mark.end)).unwrap_or_default();
                let end = start + scanned.trim_end_matches([' ', '\t', '\r', '\n']).len();
                let kept = end + usize::from(value.ends_with('\n'));
                (start, end, kept.saturating_sub(value.len()))
            }
        };
        self.last = end;
        let inner = inner..inner + value.len();
        let reads = self.text.get(inner.clone()) == Some(value);
        Place {
            span: span(start, end),
            verbatim: reads.then_some(Text { start: inner.start as u32, end: inner.end as u32 }),
        }
    }

    /// The place of an alias or a document marker.
    pub fn word(&mut self, mark: &Mark) -> Span {
        let (start, end) = (self.byte(&mark.start), self.byte(&mark.end));
        self.last = end;
        span(start, end)
    }

    /// The place of the tag in front of a value.
    pub fn tag(&mut self, mark: &Mark) -> Span {
        let start = self.byte(&mark.start);
        let start = start + self.text[start..].find('!').unwrap_or(0);
        span(start, self.property_end(start))
    }

    /// Where a value would stand that is not written: behind the indicator that announces it.
    fn absent(&self, marked: usize, next: Next) -> usize {
        match next {
            Next::Member => self.indicator(b':'),
            Next::Item => self.indicator(b'-'),
            Next::Key | Next::Root => marked,
        }
    }

    /// The `|` or `>` of a block scalar, which saphyr marks at its first line.
    fn header(&self, marked: usize, next: Next) -> usize {
        let header = self.content(self.absent(self.last, next));
        match self.bytes.get(header) {
            Some(b'|' | b'>') if header < marked => header,
            _ => marked,
        }
    }

    fn quote_end(&self, start: usize, value: &str, quote: u8) -> usize {
        let end = start + 1 + value.len();
        let doubled = quote == b'\'' && value.ends_with('\'');
        if self.bytes.get(end) == Some(&quote)
            && !doubled
            && self.text.get(start + 1..end) == Some(value)
        {
            return end + 1;
        }
        let mut at = start + 1;
        while let Some(&byte) = self.bytes.get(at) {
            let pair = byte == quote && quote == b'\'' && self.bytes.get(at + 1) == Some(&quote);
            if pair || (byte == b'\\' && quote == b'"') {
                at += 2;
            } else if byte == quote {
                return at + 1;
            } else {
                at += 1;
            }
        }
        self.bytes.len()
    }

    /// The end of this indicator if it comes next, else the end of what came last.
    fn indicator(&self, indicator: u8) -> usize {
        let at = self.blank(self.last);
        if self.bytes.get(at) == Some(&indicator) { at + 1 } else { self.last }
    }

    /// The first byte of a value, after its tag and anchor.
    fn content(&self, from: usize) -> usize {
        let mut at = self.blank(from);
        while let Some(b'!' | b'&') = self.bytes.get(at) {
            at = self.blank(self.property_end(at));
        }
        at
    }

    fn property_end(&self, start: usize) -> usize {
        let rest = &self.bytes[start..];
        let verbatim = rest.starts_with(b"!<");
        let is_end = |byte: &u8| match byte {
            b' ' | b'\t' | b'\n' | b'\r' => true,
            b',' | b'[' | b']' | b'{' | b'}' => !verbatim,
            _ => false,
        };
        rest.iter().position(is_end).map_or(self.bytes.len(), |len| start + len)
    }

    /// The first byte that is neither white space nor comment.
    fn blank(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => at += 1,
                b'#' => {
                    let comment =
                        self.bytes[at..].iter().take_while(|&&byte| byte != b'\n' && byte != b'\r');
                    at += comment.count();
                }
                _ => break,
            }
        }
        at
    }
}

fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}
