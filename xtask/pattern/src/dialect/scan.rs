//! The scan of a pattern: delimiters, braces, and what the other files look at.

use crate::syntax::{self, Remark};

/// How many remarks are made about one pattern.
const MAX_REMARKS: usize = 5;

/// Characters around a pattern in languages that have literals for patterns, or that ask for them.
const DELIMITERS: &str = "/#~@!";

/// A scan of a pattern that is valid.
pub(super) struct Scan<'p> {
    pub(super) text: &'p [char],
    /// Whether the pattern is valid with the flag `u`: then every escape is known, and no bracket or
    /// brace is literal.
    pub(super) is_strict: bool,
    pub(super) remarks: Vec<Remark>,
}

/// Returns the parts of a valid pattern that have another meaning than their author expects.
pub fn remarks(pattern: &str) -> Vec<Remark> {
    let text: Vec<char> = pattern.chars().collect();
    let mut scan = Scan { text: &text, is_strict: syntax::is_strict(pattern), remarks: Vec::new() };
    scan.delimiters();
    let mut at = 0;
    while at < text.len() && scan.remarks.len() < MAX_REMARKS {
        at = match text[at] {
            '\\' => scan.escape(at, false),
            '[' => scan.class(at),
            '{' => scan.brace(at),
            '\u{8}' => {
                let message = "is a backspace: in double quotes, `\\b` is that character";
                scan.remark(at..at + 1, message, "write `\\\\b`, or use single quotes");
                at + 1
            }
            _ => at + 1,
        };
    }
    scan.remarks
}

impl Scan<'_> {
    pub(super) fn remark(
        &mut self,
        range: std::ops::Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.remarks.push(Remark::new(self.text, range, message, help));
    }

    /// The text from one character on, up to and with another.
    pub(super) fn up_to(&self, at: usize, last: char) -> Option<usize> {
        Some(at + self.text[at..].iter().position(|char| *char == last)? + 1)
    }

    /// A pattern between delimiters, perhaps with flags.
    fn delimiters(&mut self) {
        let Some(first) = self.text.first().filter(|first| DELIMITERS.contains(**first)) else {
            return;
        };
        let Some(last) = self.text.iter().rposition(|char| char == first).filter(|at| *at > 1)
        else {
            return;
        };
        let (body, flags) = (&self.text[1..last], &self.text[last + 1..]);
        let is_anchored = body[0] == '^' || body.ends_with(&['$']);
        let is_pattern = body.iter().any(|char| "\\[(+*?|{".contains(*char));
        let are_flags = flags.iter().all(|char| "dgimsuvxy".contains(*char));
        let has_flags = *first == '/' && !flags.is_empty() && is_pattern;
        if are_flags && (is_anchored || has_flags) {
            let body: String = body.iter().collect();
            let message = format!(
                "has the delimiters `{first}` as part of the text{}",
                if is_anchored { ", so that no value matches" } else { "" }
            );
            let cases = if flags.contains(&'i') { ", with both cases, as in `[aA]`" } else { "" };
            let pattern = match body.len() <= 60 {
                true => format!("write `{body}`"),
                false => "write the pattern without the slashes".to_owned(),
            };
            self.remark(0..self.text.len(), message, pattern + cases);
        }
    }

    /// A brace that is literal, although it looks like a quantifier.
    fn brace(&mut self, at: usize) -> usize {
        let Some(end) = self.up_to(at, '}').filter(|_| !self.is_strict) else { return at + 1 };
        let inside: String = self.text[at + 1..end - 1].iter().collect();
        let is_like_one = inside.contains(|char: char| char.is_ascii_digit())
            && inside.chars().all(|char| char.is_ascii_digit() || char == ',' || char == ' ')
            && inside.matches(',').count() < 2;
        let written = inside.replace(' ', "");
        let least = if written.starts_with(',') { "0" } else { "" };
        if is_like_one && (least == "0" || written != inside) {
            let help = format!("write `{{{least}{written}}}`");
            self.remark(at..end, "is this text, not a quantifier", help);
        }
        end
    }
}
