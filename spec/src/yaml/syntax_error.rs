//! Translates syntax errors of saphyr into diagnostics.

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
        "a value without quotes cannot start with this character",
        "put the value in quotes",
    ),
    (
        "did not find expected key",
        "the indentation does not match any key above",
        "indent the line like the other keys of its object",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not an item of the array above",
        "start it with `- `, or indent it like the key that it belongs to",
    ),
    ("':' must be followed by", TAB_AFTER_COLON, "use a space"),
    ("quoted scalar, found unexpected", NO_QUOTE, "add the closing quote"),
    (
        "indentation in quoted scalar",
        NO_QUOTE,
        "add the closing quote, or indent the other lines of the string",
    ),
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
    (
        "expected ',' or '}'",
        "a `,` or `}` is missing before this",
        "add it, or put text that contains braces or `: ` in quotes",
    ),
    (
        "expected ',' or ']'",
        NO_BRACKET,
        "add it, or put text that contains brackets or `: ` in quotes",
    ),
    (
        "illegal placement of ':'",
        NO_BRACKET,
        "close the array, or put text that contains `: ` in quotes",
    ),
    (
        "misplaced bracket",
        "this closing brace or bracket has no opening one",
        "remove it, or put the text in quotes",
    ),
    (
        "handle wasn't declared",
        "the handle of this tag is not declared",
        "remove the tag; put text that starts with `!` in quotes",
    ),
    (
        "sequence entries are not allowed",
        "an array starts on the line of its key",
        "start the array on the next line, or put text that starts with `- ` in quotes",
    ),
    (
        "comment intercepting",
        "a comment is inside a text that continues on the next line",
        "move the comment to the line above, or put text that contains ` #` in quotes",
    ),
    (
        "byte order mark",
        "the text contains a byte order mark after its start",
        "remove the character U+FEFF",
    ),
    (
        "wrongly indented line in block scalar",
        "this line is indented less than the text before it",
        "indent all lines of the text by the same number of spaces",
    ),
    (
        "invalid indentation",
        "a value in braces or brackets continues on a line that is not indented more than its key",
        "indent the line and the closing brace or bracket more than the key",
    ),
];

pub(super) const TAB_AFTER_COLON: &str = "a tab follows this `:`";
const NO_QUOTE: &str = "the string is not closed";
const BAD_ESCAPE: &str = "the string contains an escape that is not valid in YAML";
const NO_BRACKET: &str = "a `,` or `]` is missing before this";

/// The diagnostic that an error of saphyr stands for.
pub(super) fn explain(text: &str, error: &ScanError, places: &mut Places<'_>) -> ParseDiagnostic {
    let info = error.info();
    let at = places.byte(error.marker());
    let span = Span::character(text, at);
    if info.contains("recursion limit") {
        return too_deep(span);
    }
    if info.contains("tab") && !info.contains("expected") {
        let message = "the indentation contains a tab";
        return ParseDiagnostic::new(
            ParseDiagnosticKind::Tab,
            tab(text, at),
            message,
            "indent with spaces",
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
