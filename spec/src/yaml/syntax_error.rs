//! Says in our words what saphyr could not read.

use saphyr_parser::ScanError;

use super::places::Places;
use crate::{
    builder::too_deep,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
};

/// What a message of saphyr contains, what is wrong, and what to do.
const FAULTS: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "a `:` starts a value where none can stand",
        "put text that contains `: ` in quotes, or correct the indentation",
    ),
    (
        "simple key expect",
        "this line is no `key: value`",
        "add the `:`, or indent the line as a part of the value above",
    ),
    (
        "did not find expected key",
        "the indentation fits no key above",
        "align it with the keys of its object",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation fits no item above",
        "align it with the `-` of its array",
    ),
    ("':' must be followed by", TAB_AFTER_COLON, "use a space"),
    ("quoted scalar, found unexpected", NO_QUOTE, "close it"),
    ("indentation in quoted scalar", NO_QUOTE, "close it, or indent its further lines"),
    (
        "trailing content after",
        "text follows the closing quote",
        "inside single quotes write `''` for a quote, inside double quotes `\\\"`",
    ),
    ("unknown escape", BAD_ESCAPE, "write `\\\\` for a backslash, or use single quotes"),
    ("hexadecimal number", BAD_ESCAPE, "write all digits: `\\x41`, `\\u00e9`, `\\U0001f600`"),
    (
        "character escape code",
        BAD_ESCAPE,
        "write the character itself in place of `\\ud83d\\ude00`",
    ),
    ("unexpected character", "text cannot start with this character", "put it in quotes"),
    (
        "found unknown anchor",
        "no anchor of this name comes before the alias",
        "put text that starts with `*` in quotes",
    ),
    ("expected ',' or", NO_BRACKET, "add it, or put text that holds brackets or `: ` in quotes"),
    (
        "illegal placement of ':'",
        NO_BRACKET,
        "close the array, or put text that holds `: ` in quotes",
    ),
    ("misplaced bracket", "this bracket closes nothing", "remove it, or put the text in quotes"),
    (
        "handle wasn't declared",
        "the handle of this tag is not declared",
        "remove the tag; put text that starts with `!` in quotes",
    ),
    (
        "sequence entries are not allowed",
        "an array starts in the line of its key",
        "start it on a line of its own, or put text that starts with `- ` in quotes",
    ),
    (
        "comment intercepting",
        "a comment stands inside a text that goes on in the next line",
        "move the comment above, or put text that holds ` #` in quotes",
    ),
    ("byte order mark", "a byte order mark stands inside the text", "remove the character U+FEFF"),
    (
        "wrongly indented line in block scalar",
        "this line is indented less than the text before it",
        "indent all lines of the text alike",
    ),
    (
        "invalid indentation",
        "a value in brackets goes on in a line that is indented no more than its key",
        "indent it more, the closing bracket too",
    ),
];

pub(super) const TAB_AFTER_COLON: &str = "a tab follows this `:`";
const NO_QUOTE: &str = "this string has no end";
const BAD_ESCAPE: &str = "this string has an escape that YAML does not know";
const NO_BRACKET: &str = "a `,` or a closing bracket is missing before this";

/// The diagnostic that an error of saphyr stands for.
pub(super) fn explain(text: &str, error: &ScanError, places: &mut Places<'_>) -> ParseDiagnostic {
    let info = error.info();
    let at = places.byte(error.marker());
    let span = Span::character(text, at);
    if info.contains("recursion limit") {
        return too_deep(span);
    }
    if info.contains("tab") && !info.contains("expected") {
        let message = "a tab stands where YAML indents by spaces";
        return ParseDiagnostic::new(
            ParseDiagnosticKind::Tab,
            tab(text, at),
            message,
            "indent by spaces",
        );
    }
    let known = FAULTS.iter().find(|(part, ..)| info.contains(part));
    let (message, help) =
        known.map_or((info, "correct the YAML here"), |&(_, message, help)| (message, help));
    let span = if info.contains("simple key expect") { line_before(text, at) } else { span };
    ParseDiagnostic::new(ParseDiagnosticKind::Syntax, span, message, help)
}

/// The tab at fault: just before the mark, or after it.
fn tab(text: &str, at: usize) -> Span {
    let before = text[..at].trim_end_matches(' ');
    let start = match before.strip_suffix('\t') {
        Some(before) => before.len(),
        None => at + text[at..].find('\t').unwrap_or(0),
    };
    Span::character(text, start)
}

/// The last line with text before a mark.
fn line_before(text: &str, at: usize) -> Span {
    let text = text[..at].trim_end();
    let line = &text[text.rfind('\n').map_or(0, |end| end + 1)..];
    let start = text.len() - line.trim_start().len();
    Span { start: start as u32, end: text.len() as u32 }
}
