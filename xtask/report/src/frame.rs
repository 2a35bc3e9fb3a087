//! A line of a document, and the columns of a range in it.

use spec::{Position, Source, Span};
use unicode_width::UnicodeWidthStr;

/// The longest part of a line that is shown, in characters: a document may be one line of a
/// megabyte.
const LENGTH: usize = 120;

/// The part of a line that is shown.
pub struct Frame {
    /// Where the range starts.
    pub start: Position,
    /// The text, with `…` where it is cut.
    pub excerpt: String,
    /// The number of columns before the range.
    pub indent: usize,
    /// The number of columns of the range on this line, at least one.
    pub width: usize,
}

impl Frame {
    /// Takes the part of the first line of a range that has its start.
    pub fn new(source: &Source, span: Span) -> Self {
        let start = source.position(span.start);
        let end = source.position(span.end);
        let line: Vec<char> = source.line(start.line).chars().map(visible).collect();
        let at = (start.column as usize - 1).min(line.len());
        let from = if at > LENGTH / 2 && line.len() > LENGTH { at - LENGTH / 4 } else { 0 };
        let to = line.len().min(from + LENGTH);
        let stop = if end.line == start.line { end.column as usize - 1 } else { to };
        let text = |part: &[char]| part.iter().collect::<String>();
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        Self {
            start,
            excerpt: format!("{}{}{}", cut(from > 0), text(&line[from..to]), cut(to < line.len())),
            indent: usize::from(from > 0) + text(&line[from..at]).width(),
            width: text(&line[at..stop.clamp(at, to)]).width().max(1),
        }
    }
}

/// A character of the document that can be seen, and cannot move the cursor or hide another.
fn visible(character: char) -> char {
    let hides = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let has_no_width = matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    match character {
        '\t' => ' ',
        other if other.is_control() || hides || has_no_width => '\u{fffd}',
        other => other,
    }
}

/// A text whose characters cannot move the cursor or hide others.
pub fn printable(text: &str) -> String {
    text.chars().map(visible).collect()
}
