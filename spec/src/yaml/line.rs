//! A line of YAML, as a person reads it.

use std::ops::Range;

use crate::parse_diagnostic::Span;

/// A line with something on it.
#[derive(Clone, Copy)]
pub(super) struct Line<'s> {
    text: &'s str,
    start: usize,
    end: usize,
}

impl<'s> Line<'s> {
    /// The line around an offset, without what is around its words.
    pub fn around(text: &'s str, at: usize) -> Line<'s> {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let indent = line.len() - line.trim_start_matches(' ').len();
        Line { text, start: start + indent, end: start + line.trim_end().len().max(indent) }
    }

    /// The nearest line before an offset with more than a comment on it.
    pub fn before(text: &'s str, at: usize) -> Option<Line<'s>> {
        let mut start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        while start > 0 {
            let line = Line::around(text, start - 1);
            if !line.words().is_empty() && !line.words().starts_with('#') {
                return Some(line);
            }
            start = text[..start - 1].rfind('\n').map_or(0, |end| end + 1);
        }
        None
    }

    /// The nearest line above.
    pub fn above(self) -> Option<Line<'s>> {
        Line::before(self.text, self.start)
    }

    pub fn words(self) -> &'s str {
        &self.text[self.start..self.end]
    }

    pub fn span(self) -> Span {
        Span { start: self.start as u32, end: self.end as u32 }
    }

    pub fn is_item(self) -> bool {
        self.words().starts_with("- ")
    }

    /// Where the words start after the dashes of items.
    fn content(self) -> usize {
        let mut words = self.words();
        while let Some(rest) = words.strip_prefix("- ") {
            words = rest.trim_start();
        }
        self.end - words.len()
    }

    /// How many bytes are before the first word.
    pub fn indent(self) -> usize {
        self.content() - self.text[..self.start].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The words after the dashes of items.
    pub fn entry(self) -> &'s str {
        &self.text[self.content()..self.end]
    }

    /// The key with its quotes and the rest of the line, if a colon separates them.
    pub fn member(self) -> Option<(&'s str, &'s str)> {
        let entry = self.entry();
        if entry.starts_with(['{', '[']) {
            return None;
        }
        let is_end =
            |colon: usize| matches!(entry.as_bytes().get(colon + 1), None | Some(b' ' | b'\t'));
        let plain =
            || entry.match_indices(':').map(|(colon, _)| colon).find(|colon| is_end(*colon));
        let (key, rest) = entry.split_at(quoted(entry).or_else(plain)?);
        let rest = rest.trim_start().strip_prefix(':')?;
        (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| (key, rest.trim_start()))
    }

    /// Where the value of the line is: after the colon, or after the dash of an item.
    pub fn value(self) -> Option<Range<usize>> {
        let value = match self.member() {
            Some((_, value)) => value,
            None if self.is_item() => self.entry(),
            None => return None,
        };
        let start = self.end - value.len();
        let value = value.split(" #").next().unwrap_or(value).trim_end();
        (!value.is_empty() && !value.starts_with('#')).then(|| start..start + value.len())
    }
}

/// The length of the string in quotes that a text starts with.
pub(super) fn quoted(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    text[1..].find(quote).map(|end| end + 2)
}
