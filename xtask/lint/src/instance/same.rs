//! Which values are the same in JSON: numbers by their worth, objects in any order.

use spec::{Entry, Kind as Json, Node};

use super::decimal::Decimal;

/// Whether two values are the same.
pub fn is_same(one: Node, other: Node) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => one == other,
        _ => one.kind() == other.kind() && canonical(one) == canonical(other),
    }
}

/// A text that all values which are the same have in common, and no others.
pub fn canonical(node: Node) -> String {
    let mut text = String::new();
    write(node, &mut text);
    text
}

fn write(node: Node, text: &mut String) {
    match node.kind() {
        Json::Array => {
            text.push('[');
            for item in node.items() {
                write(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Json::Object => {
            let mut entries: Vec<Entry> = node.entries().collect();
            entries.sort_by_key(|entry| entry.key);
            text.push('{');
            for entry in entries {
                *text += &format!("{:?}:", entry.key);
                write(entry.value, text);
                text.push(',');
            }
            text.push('}');
        }
        Json::Number => match Decimal::of(node) {
            Some(number) => *text += &format!("{number:?}"),
            None => *text += node.number_text().unwrap_or_default(),
        },
        _ => *text += &node.to_value().to_string(),
    }
}
