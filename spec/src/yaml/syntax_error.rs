//! Says in our words what saphyr could not read.

use std::borrow::Cow;

use saphyr_parser::ScanError;

use super::{places::Places, slip};
use crate::{
    builder::too_deep,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
};

/// What a message of saphyr contains, what is wrong, and what to do.
const FAULTS: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "a value without quotes cannot contain `: `",
        "put the value in quotes, or correct the indentation",
    ),
    (
        "simple key expect",
        "this line has no `:` after its key",
        "add `: ` after the key, or indent the line as a part of the text above",
    ),
    (
        "block scalar, did not find expected comment",
        "text follows `|` or `>` on the same line",
        "start the text on the next line, or put it in quotes",
    ),
    (
        "anchor or alias, did not find",
        "the name of an anchor is missing after this character",
        "put text that starts with `&` or `*` in quotes",
    ),
    (
        "mapping keys are not allowed",
        "a value without quotes cannot start with `? `",
        "put the value in quotes",
    ),
    (
        "did not find expected node content",
        "a value cannot start with this character",
        "put the value in quotes",
    ),
    (
        "did not find expected key",
        "the indentation fits no key above",
        "align it with the keys of its object",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not an item of the array above",
        "start it with `- `, or indent it like the key that it belongs to",
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
    // The reader tries again after this one, if nothing else is wrong.
    let slip = (message != TAB_AFTER_COLON).then(|| slip::find(text, at, info));
    if let Some(slip) = slip.flatten() {
        return slip;
    }
    let help = slip::quoted_value(text, at).map_or(Cow::Borrowed(help), Cow::Owned);
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
