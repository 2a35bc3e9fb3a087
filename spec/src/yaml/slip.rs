//! Finds the slip behind a syntax error. A line without `: ` is text that goes on in the next line,
//! so that a parser of YAML stops only after the line at fault.

use std::borrow::Cow;

use super::line::{Line, quoted};
use crate::conflict;
use crate::parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span};

/// Characters that look like a colon, and are text in YAML.
const FALSE_COLONS: [char; 4] = ['\u{ff1a}', '\u{fe55}', '\u{2236}', '\u{a789}'];

/// From so many bytes on, a value is not repeated in a help.
const LONG: usize = 80;

/// Returns what is wrong in the lines before the offset at which saphyr stopped, if it is known.
pub(super) fn find(text: &str, at: usize, info: &str) -> Option<ParseDiagnostic> {
    let is_about_keys = info.contains("simple key expect") || info.contains("mapping values");
    let of_keys = || if is_about_keys { in_keys(text, at) } else { None };
    conflict::find(text, at)
        .or_else(|| after_quote(text, at))
        .or_else(of_keys)
        .or_else(|| in_brackets(text, at))
        .or_else(|| comment(text, at))
}

/// Returns the value of the line in quotes, if it stops the parser because it has none.
pub(super) fn quoted_value(text: &str, at: usize) -> Option<String> {
    let line = Line::around(text, at);
    let value = line.value().filter(|value| value.start <= at)?;
    let value = &text[value];
    if line.entry().starts_with(['{', '[']) || value.starts_with("| ") || value.starts_with("> ") {
        return None;
    }
    let starts_as_yaml = value.starts_with(['&', '*', '!', '|', '>', '%', '@', '`', ',', ']', '}'])
        || value.starts_with("- ")
        || value.starts_with("? ");
    let has_colon =
        !value.starts_with(['"', '\'', '{', '[']) && (value.contains(": ") || value.ends_with(':'));
    (starts_as_yaml || has_colon).then(|| in_quotes(value))
}

/// Returns the value of the line in quotes, if it starts like a template: `{{name}}`.
pub(super) fn quoted_braces(text: &str, at: usize) -> Option<String> {
    let value = Line::around(text, at).value().filter(|value| value.start < at)?;
    text[value.clone()].starts_with("{{").then(|| in_quotes(&text[value]))
}

/// Returns the help to put a value in quotes, as it is to be written unless it is long.
///
/// ```
/// assert_eq!(spec::in_quotes("it's"), "put the value in quotes: `'it''s'`");
/// ```
pub fn in_quotes(value: &str) -> String {
    match value.len() {
        ..LONG => format!("put the value in quotes: `'{}'`", value.replace('\'', "''")),
        _ => "put the value in quotes".to_owned(),
    }
}

/// A colon after a string in quotes, which is meant as a key, or as a part of a value.
fn after_quote(text: &str, at: usize) -> Option<ParseDiagnostic> {
    if !text[at..].starts_with(':') || !text[..at].ends_with(['"', '\'']) {
        return None;
    }
    let line = Line::around(text, at);
    if line.member().is_none() && quoted(line.entry()).is_some() {
        let (message, help) = key_slip(line.entry())?;
        return Some(syntax(line.span(), message, help));
    }
    let value = line.value().filter(|value| value.start < at)?;
    quoted(&text[value.clone()])?;
    let span = Span { start: value.start as u32, end: value.end as u32 };
    Some(syntax(span, "text follows the closing quote of this value", in_quotes(&text[value])))
}

/// A line that is meant as a key with its value.
fn in_keys(text: &str, at: usize) -> Option<ParseDiagnostic> {
    let stop = Line::around(text, at);
    let before = text[..at].trim_end_matches(' ');
    // The parser stops at the colon of a key, or at what follows the line at fault.
    let is_at_colon = text[at..].starts_with(':') && !before.ends_with('\n');
    if is_at_colon && stop.member().is_some_and(|(key, _)| !before.ends_with(key)) {
        return None;
    }
    let is_inside = !is_at_colon && !before.is_empty() && !before.ends_with('\n');
    let mut above = if is_inside { Some(stop) } else { Line::before(text, at) };
    let mut lines = Vec::new();
    while let Some(line) = above.filter(|line| line.member().is_none()) {
        lines.push(line);
        above = line.above();
    }
    // Items are below the key that they belong to.
    let is_key = |line: &&Line<'_>| !line.is_item();
    let of_items = lines.first().filter(|line| line.is_item()).and(lines.iter().find(is_key));
    let nearest = of_items.or(lines.first()).copied();
    let is_text = above
        .filter(|line| line.value().is_some() && nearest.unwrap_or(stop).indent() > line.indent());
    if is_text.is_none()
        && let Some((line, (message, help))) =
            lines.iter().rev().find_map(|line| Some((line, key_slip(line.entry())?)))
    {
        return Some(syntax(line.span(), message, help));
    }
    match (is_text, nearest) {
        (Some(line), _) if is_at_colon => {
            let line = text[..line.span().start as usize].matches('\n').count() + 1;
            let message = format!(
                "this line is a part of the text that starts on line {line}, which has no quotes and cannot contain `: `"
            );
            let help =
                "indent the line like the keys of its object, or put the whole text in quotes";
            Some(syntax(stop.span(), message, help))
        }
        (None, Some(line)) => {
            let help = "add `: ` after the key, or indent the line as a part of the text above";
            Some(syntax(line.span(), "this line has no `:` after its key", help))
        }
        _ => None,
    }
}

/// Returns what is wrong with a line that is meant as a key and its value, if its colon is not
/// followed by a space or is another character, and what to write.
///
/// ```
/// let (message, help) = spec::key_slip("title:Apps").expect("is text for YAML");
/// assert_eq!(help, "write `title: Apps`");
/// ```
pub fn key_slip(entry: &str) -> Option<(String, String)> {
    let in_quotes = quoted(entry).unwrap_or(0);
    let is_colon = |found: char| found == ':' || FALSE_COLONS.contains(&found);
    let colon = in_quotes + entry[in_quotes..].find(is_colon)?;
    let character = entry[colon..].chars().next()?;
    let (key, value) = (entry[..colon].trim_end(), &entry[colon + character.len_utf8()..]);
    let is_url = value.starts_with("//");
    let is_word = !key.contains(char::is_whitespace) && !key.starts_with(['{', '[']);
    if key.is_empty() || key.len() > LONG || is_url || !(is_word || in_quotes > 0) {
        return None;
    }
    let message = match character {
        ':' => "no space follows the `:` of this key".to_owned(),
        other => format!("`{other}` is not the colon of YAML"),
    };
    let help = match value.trim_start() {
        "" => format!("write `{key}:`"),
        item if item.starts_with("- ") => {
            format!("write `{key}:`, and the items on the lines below")
        }
        value if value.len() < LONG => format!("write `{key}: {value}`"),
        _ => format!("write `{key}: ` before the value"),
    };
    Some((message, help))
}

/// Text after the bracket that closes the value of a line.
fn in_brackets(text: &str, at: usize) -> Option<ParseDiagnostic> {
    let value = Line::around(text, at).value()?;
    let mut depth = 0;
    let close = text[value.clone()].char_indices().find(|(_, character)| {
        match character {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    if close.0 == 0 || value.start + close.0 >= at || at >= value.end {
        return None;
    }
    let span = Span { start: value.start as u32, end: value.end as u32 };
    let message = format!("text follows the `{}` that closes this value", close.1);
    Some(syntax(span, message, in_quotes(&text[value])))
}

/// A comment that hides the bracket which closes a value.
fn comment(text: &str, at: usize) -> Option<ParseDiagnostic> {
    let line = Line::before(text, at)?;
    let words = line.words();
    let hash = words.find(" #").filter(|hash| words[..*hash].ends_with([':', ',', '[', '{']))?;
    let is_open =
        |open, close| words[..hash].matches(open).count() > words[..hash].matches(close).count();
    let hidden = &words[hash + 1..];
    if !hidden.contains(['}', ']']) || !is_open('{', '}') && !is_open('[', ']') {
        return None;
    }
    let value = hidden.split(['}', ']', ',']).next().unwrap_or(hidden);
    let end = line.span().end;
    let span = Span { start: end - hidden.len() as u32, end };
    let closes_object = hidden.find('}').is_some_and(|end| !hidden[..end].contains(']'));
    let open = if closes_object { '{' } else { '[' };
    let message = format!("`#` starts a comment, so the `{open}` before it is not closed");
    Some(syntax(span, message, in_quotes(value.trim_end())))
}

fn syntax(
    span: Span,
    message: impl Into<String>,
    help: impl Into<Cow<'static, str>>,
) -> ParseDiagnostic {
    ParseDiagnostic::new(ParseDiagnosticKind::Syntax, span, message, help)
}
