//! What to write in place of a value that violates its schema.

use spec::{Decimal, Kind as Json, Node};

use crate::words;

/// Returns how a value becomes one of a type, if that can be told.
pub fn for_type(kind: &str, value: Node) -> Option<String> {
    let text = value.as_str().map(str::trim).unwrap_or_default();
    let is_whole = || spec::is_integer(text);
    let is_number = Decimal::parse(text).is_some() && text.len() <= 40;
    Some(match (kind, value.kind()) {
        (_, Json::Null) => "add `nullable: true` to the schema, or write a value".into(),
        ("string", Json::Number | Json::Bool) => {
            format!("put it in quotes: `\"{}\"`, or correct the `type`", words::value(value))
        }
        ("integer", Json::String) if is_number && is_whole() => unquote(text),
        ("number", Json::String) if is_number => unquote(text),
        ("boolean", Json::String) if matches!(text, "true" | "false") => unquote(text),
        ("integer", Json::Number) => {
            "write a number without fraction and exponent, or correct the `type` to `number`".into()
        }
        ("array", Json::Bool | Json::Number | Json::String) => {
            format!("write a list: `[{}]`, or correct the `type`", words::value(value))
        }
        _ => return None,
    })
}

/// Returns the listed values, to choose one.
pub fn for_list(list: Node) -> String {
    match list.len() {
        0 => "list the allowed values in `enum`, or remove it".into(),
        1 => format!("write {}, or add the value to `enum`", listed(list)),
        _ => format!("use one of: {}, or add the value to `enum`", listed(list)),
    }
}

/// Returns how an object gets the properties that are missing.
pub fn for_missing(names: &[&str]) -> String {
    let shown: Vec<String> =
        names.iter().take(5).map(|name| format!("`{}`", words::cut(name))).collect();
    let shown = shown.join(", ");
    match names.len() {
        1 => format!("add {shown} to the value, or remove it from `required`"),
        2..=5 => format!("add {shown} to the value, or remove them from `required`"),
        _ => format!("add {shown} and the others to the value, or remove them from `required`"),
    }
}

/// Returns the first values of a list, as JSON.
pub fn listed(list: Node) -> String {
    const SHOWN: usize = 8;
    let listed: Vec<String> = list.items().take(SHOWN).map(words::value).collect();
    format!("{}{}", listed.join(", "), if list.len() > SHOWN { ", …" } else { "" })
}

fn unquote(text: &str) -> String {
    format!("remove the quotes: `{text}`, or correct the `type`")
}
