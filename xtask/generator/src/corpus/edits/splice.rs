//! Where in the text of a document a value is inserted or removed.

use std::ops::Range;

use serde_json::{Value, json};
use spec::{Kind, Node};

/// Returns where a value is written.
pub fn range(node: Node) -> Range<usize> {
    node.span().start as usize..node.span().end as usize
}

/// Returns where to insert a member or an item, and the text to insert.
pub fn insertion(
    container: Node,
    key: &str,
    value: &Value,
    before: Option<&str>,
) -> Result<(Range<usize>, String), String> {
    let (entry, next) = match container.kind() {
        Kind::Object if container.get(key).is_some() => {
            return Err(format!("`{}` already has `{key}`", container.pointer()));
        }
        Kind::Object => {
            let next = before.map(|before| {
                let missing = || format!("`{}` has no `{before}`", container.pointer());
                container.get(before).ok_or_else(missing)
            });
            (format!("{}: {value}", json!(key)), next.transpose()?)
        }
        Kind::Array if key == "-" => (value.to_string(), None),
        Kind::Array => {
            let index = key.parse().ok().filter(|index| *index < container.len());
            let missing = || format!("`{}` has no item `{key}`", container.pointer());
            (value.to_string(), container.items().nth(index.ok_or_else(missing)?))
        }
        _ => return Err(format!("`{}` is not an object or an array", container.pointer())),
    };
    let text = container.document().source().text();
    if is_flow(container) {
        return Ok(match next {
            Some(next) => (at(start(next)), entry + ", "),
            None if container.is_empty() => (at(range(container).end - 1), entry),
            None => (at(range(container).end - 1), format!(", {entry}")),
        });
    }
    let dash = if container.is_array() { "- " } else { "" };
    let siblings = children(container);
    let (Some(first), Some(last)) = (siblings.first(), siblings.last()) else {
        return Err(format!("`{}` has no value", container.pointer()));
    };
    let indent = " ".repeat(start(*first) - line_start(text, start(*first)));
    Ok(match next {
        Some(next) => (at(start(next)), format!("{dash}{entry}\n{indent}")),
        None => (at(line_end(text, range(*last).end)), format!("\n{indent}{dash}{entry}")),
    })
}

fn at(offset: usize) -> Range<usize> {
    offset..offset
}

/// Returns what to replace to remove a member or an item, and the text in its place.
pub fn removal(node: Node) -> (Range<usize>, String) {
    let Some(container) = node.parent() else { return (range(node), String::new()) };
    let siblings = children(container);
    let index = siblings.iter().position(|other| *other == node).unwrap_or_default();
    let next = siblings.get(index + 1).map(|next| start(*next));
    let text = container.document().source().text();
    let line = line_start(text, start(node));
    let range = match (next, index.checked_sub(1)) {
        (None, None) => {
            let empty = if container.is_array() { "[]" } else { "{}" };
            return (range(container), empty.to_owned());
        }
        (Some(next), _) if is_flow(container) => start(node)..next,
        (None, Some(previous)) if is_flow(container) => {
            range(siblings[previous]).end..range(node).end
        }
        // A list has the first member of an item behind its dash.
        (Some(next), _) if !text[line..start(node)].trim().is_empty() => start(node)..next,
        _ => line..(line_end(text, range(node).end) + 1).min(text.len()),
    };
    (range, String::new())
}

fn children<'d>(container: Node<'d>) -> Vec<Node<'d>> {
    match container.is_array() {
        true => container.items().collect(),
        false => container.entries().map(|entry| entry.value).collect(),
    }
}

fn is_flow(container: Node) -> bool {
    container.document().source().text()[range(container)].starts_with(['{', '['])
}

/// Returns where a member or an item starts, with its key or its dash.
fn start(node: Node) -> usize {
    let text = node.document().source().text();
    match (node.key_span(), node.parent()) {
        (Some(key), _) => key.start as usize,
        (None, Some(list)) if !is_flow(list) => {
            text[..range(node).start].rfind('-').unwrap_or_default()
        }
        _ => range(node).start,
    }
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |end| end + 1)
}

/// Returns where the line of the last character before an offset ends.
fn line_end(text: &str, offset: usize) -> usize {
    let offset = text[..offset].trim_end().len();
    text[offset..].find('\n').map_or(text.len(), |end| offset + end)
}
