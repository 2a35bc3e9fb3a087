//! Edits that change only the bytes concerned: comments, quotes and indentation stay as they are.
//!
//! Each of their functions returns none where the text is written in a way that a person must change.

use report::Edit;
use spec::{Entry, Node, Span};

/// Puts a plain key in quotes.
pub fn quote_key(entry: Entry) -> Option<Vec<Edit>> {
    let Span { start, end } = entry.key_span;
    let is_plain = slice(entry.value, start, end) == entry.key;
    is_plain.then(|| vec![Edit::insert(start, "\""), Edit::insert(end, "\"")])
}

/// Removes an item of a list that has an item before it.
pub fn remove_item(item: Node) -> Option<Vec<Edit>> {
    let list = item.parent().filter(|list| is_inside(item.span(), list.span()))?;
    let before = list.items().take_while(|other| *other != item).last()?;
    match is_flow(list) {
        true => remove_flow_item(before, item),
        false => remove_block_item(item),
    }
}

/// Removes an item between brackets, with the comma before it.
fn remove_flow_item(before: Node, item: Node) -> Option<Vec<Edit>> {
    let Span { start, end } = item.span();
    let from = before.span().end;
    let between = slice(item, from, start);
    let comma = between.find(',')?;
    let (gap, rest) = (&between[..comma], &between[comma + 1..]);
    if between.contains('#') {
        // Comments stay. Nothing but comments may be before the item on lines of its own.
        let is_comment = |line: &str| line.trim().is_empty() || line.trim().starts_with('#');
        let comma = from + comma as u32;
        let removals = [Span { start: comma, end: comma + 1 }, Span { start, end }];
        return (gap.trim().is_empty() && rest.lines().all(is_comment))
            .then(|| removals.map(Edit::remove).to_vec());
    }
    let is_space = gap.trim().is_empty() && rest.trim().is_empty();
    is_space.then(|| vec![Edit::remove(Span { start: from, end })])
}

/// Removes the line of an item after a dash; a comment on it stays.
fn remove_block_item(item: Node) -> Option<Vec<Edit>> {
    let Line { start, indent, rest, end } = Line::around(item, item.span())?;
    let dash = indent.trim_start_matches(' ').strip_prefix('-')?;
    if !dash.trim_start_matches(' ').is_empty() {
        return None;
    }
    let comment = rest.trim_start_matches([' ', '\t']);
    if comment.trim_end().is_empty() {
        return Some(vec![Edit::remove(Span { start, end })]);
    }
    let spaces = indent.len() - indent.trim_start_matches(' ').len();
    let comment_at = item.span().end + (rest.len() - comment.len()) as u32;
    Some(vec![Edit::remove(Span { start: start + spaces as u32, end: comment_at })])
}

/// Adds a member with a text as its value to an object, after one that it has.
pub fn add_member(after: Node, key: &str, text: &str) -> Option<Vec<Edit>> {
    let object = after.parent()?;
    let key_span = after.key_span().filter(|span| is_inside(*span, object.span()))?;
    if !is_inside(after.span(), object.span()) {
        return None;
    }
    let is_json = slice(after, key_span.start, key_span.end).starts_with('"');
    let member = if is_json { format!("\"{key}\": \"{text}\"") } else { format!("{key}: {text}") };
    let whole = Span { start: key_span.start, end: after.span().end };
    let line = Line::around(after, whole)?;
    let newline = if line.text_is_crlf(after) { "\r\n" } else { "\n" };
    let has_own_line = line.indent.bytes().all(|byte| byte == b' ');
    if is_flow(object) {
        let space = match has_own_line {
            true => format!(",{newline}{}", line.indent),
            false => ", ".into(),
        };
        return Some(vec![Edit::insert(whole.end, space + &member)]);
    }
    // Below an item of a list, the dash before the first member is a space before the others.
    let is_indent = line.indent.bytes().all(|byte| matches!(byte, b' ' | b'-'));
    let indent = " ".repeat(line.indent.len());
    let at = whole.end + line.rest.trim_end_matches('\r').len() as u32;
    is_indent.then(|| vec![Edit::insert(at, format!("{newline}{indent}{member}"))])
}

/// Where a part of a text is written; the whole text, if it is written with escapes. `at` is how many
/// characters are before the part.
pub fn part_of_text(node: Node, at: usize, part: &str) -> Span {
    let whole = node.span();
    let (written, text) = (slice(node, whole.start, whole.end), node.as_str().unwrap_or_default());
    let quotes = written.strip_suffix(text).filter(|quote| quote.is_empty());
    let inner = || written.get(1..written.len().saturating_sub(1)).filter(|inner| *inner == text);
    let first = match quotes {
        Some(_) => 0,
        None if inner().is_some() => 1,
        None => return whole,
    };
    let before: usize = text.chars().take(at).map(char::len_utf8).sum();
    let start = whole.start + first + before as u32;
    Span { start, end: (start + part.len() as u32).min(whole.end) }
}

/// The line on which a range is written, if it is on one line.
struct Line<'d> {
    start: u32,
    /// The text before the range.
    indent: &'d str,
    /// The text after the range, without the line feed.
    rest: &'d str,
    /// The offset after the line feed.
    end: u32,
}

impl<'d> Line<'d> {
    fn around(node: Node<'d>, span: Span) -> Option<Self> {
        let text = node.document().source().text();
        let (before, after) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = after.split('\n').next()?;
        let end = (span.end as usize + rest.len() + 1).min(text.len());
        let range = text.get(span.start as usize..span.end as usize)?;
        // In a block, what follows a value on its line is a comment.
        let line = Self { start: start as u32, indent: &before[start..], rest, end: end as u32 };
        (!range.contains('\n')).then_some(line)
    }

    fn text_is_crlf(&self, node: Node) -> bool {
        self.rest.ends_with('\r') || slice(node, 0, self.start).ends_with("\r\n")
    }
}

/// Whether an object or array is written in brackets.
fn is_flow(node: Node) -> bool {
    let Span { start, end } = node.span();
    slice(node, start, end).starts_with(['{', '['])
}

/// Whether a range is inside of another; what an alias stands for is not.
fn is_inside(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn slice<'d>(node: Node<'d>, start: u32, end: u32) -> &'d str {
    node.document().source().text().get(start as usize..end as usize).unwrap_or_default()
}
