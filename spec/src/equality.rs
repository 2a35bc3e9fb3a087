//! Which values are the same JSON: numbers by their value, objects in any order.

use crate::decimal::Decimal;
use crate::node::{Entry, Kind, Node};

/// Returns whether two values are the same JSON.
///
/// ```
/// # fn main() -> Result<(), Vec<spec::ParseDiagnostic>> {
/// let source = spec::Source::new("values.yaml", "[{a: 1, b: [x]}, {b: [x], a: 1.0}]");
/// let document = spec::Document::parse(&source)?;
/// let values: Vec<_> = document.root().items().collect();
/// assert!(spec::is_same(values[0], values[1]));
/// # Ok(())
/// # }
/// ```
pub fn is_same(one: Node, other: Node) -> bool {
    if one.kind() != other.kind() || one.len() != other.len() {
        return false;
    }
    match one.kind() {
        Kind::Null => true,
        Kind::Bool => one.as_bool() == other.as_bool(),
        Kind::String => one.as_str() == other.as_str(),
        Kind::Number => {
            let decimals = || Decimal::of(one).zip(Decimal::of(other));
            one.number_text() == other.number_text()
                || decimals().is_some_and(|(one, other)| one == other)
        }
        Kind::Array => one.items().zip(other.items()).all(|(one, other)| is_same(one, other)),
        Kind::Object => one
            .entries()
            .all(|entry| other.get(entry.key).is_some_and(|other| is_same(entry.value, other))),
    }
}

/// Returns a text that is equal for two values if, and only if, they are the same JSON.
pub fn canonical(node: Node) -> String {
    let mut text = String::new();
    write(node, &mut text);
    text
}

fn write(node: Node, text: &mut String) {
    match node.kind() {
        Kind::Array => {
            text.push('[');
            for item in node.items() {
                write(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Kind::Object => {
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
        Kind::Number => match Decimal::of(node) {
            Some(number) => *text += &format!("{number:?}"),
            None => *text += node.number_text().unwrap_or_default(),
        },
        _ => *text += &node.to_value().to_string(),
    }
}
