//! Slips in YAML that leave a readable document, in which a value is not what was meant.

use spec::{FieldType as Type, Kind as Json, Node, Object};

/// Returns why a value is not what its field holds, as the end of a message, and what to write, if
/// the text around it shows.
pub fn explain(node: Node, holds: Type) -> Option<(String, String)> {
    let is_text =
        matches!(holds, Type::Text | Type::Url | Type::Email | Type::OneOf(_) | Type::Reference(_));
    let is_list = matches!(holds, Type::List(_) | Type::Several(_));
    match node.kind() {
        Json::Null => empty(node, is_text),
        Json::String => text(node, holds),
        // In quotes it would not be one of the allowed values, either.
        Json::Object | Json::Array if is_text && !matches!(holds, Type::OneOf(_)) => brackets(node),
        Json::Object if is_list => node.entries().next().and_then(|entry| dash(entry.key)),
        _ => None,
    }
}

/// Returns why a key is not the name that is meant: its colon or its dash is a part of it.
pub fn in_key(key: &str) -> Option<(String, String)> {
    dash(key).or_else(|| key_slip(key))
}

/// Returns why a value is empty: what follows its key is a comment or an anchor.
fn empty(node: Node, is_text: bool) -> Option<(String, String)> {
    let span = node.span();
    if span.start < span.end {
        return None;
    }
    let (before, rest) = node.document().source().text().split_at(span.start as usize);
    let comment = rest.lines().next().unwrap_or_default().trim();
    let quoted = spec::in_quotes(comment);
    let help = match is_text {
        true if comment.starts_with("# ") => {
            format!("write a value before the comment, or {quoted}")
        }
        true if comment.starts_with('#') => quoted,
        false if comment.starts_with("#/") => format!("write `$ref: '{comment}'`"),
        _ => {
            let word = before.rsplit([' ', '\n']).next();
            let anchor = word.filter(|word| is_text && word.starts_with('&'))?;
            return Some((format!(": `{anchor}` is an anchor"), spec::in_quotes(anchor)));
        }
    };
    Some((": `#` starts a comment".to_owned(), help))
}

fn dash(key: &str) -> Option<(String, String)> {
    let name = key.strip_prefix('-').filter(|name| !name.is_empty())?;
    Some((": no space follows the `-` of this item".to_owned(), format!("write `- {name}`")))
}

/// Returns why a value is text: it is meant as a key and its value.
fn text(node: Node, holds: Type) -> Option<(String, String)> {
    let span = node.first_line();
    let line = &node.document().source().text()[span.start as usize..span.end as usize];
    let is_word = |character: char| character.is_alphanumeric() || "$-_".contains(character);
    let key = line.split(|character| !is_word(character)).next().unwrap_or_default();
    let is_field = match holds {
        Type::Object(kind) | Type::Part(kind) => {
            let object = Object::of(kind, node);
            object.field(key).is_some() || object.others.is_some() || key == "$ref"
        }
        Type::Map(_) => true,
        _ => false,
    };
    if !is_field || line.starts_with(['"', '\'', '|', '>']) {
        return None;
    }
    key_slip(line).or_else(|| {
        let value = line.strip_prefix(key)?.strip_prefix(' ').filter(|_| !key.is_empty())?;
        Some((format!(": no `:` follows `{key}`"), format!("write `{key}: {value}`")))
    })
}

fn key_slip(text: &str) -> Option<(String, String)> {
    spec::key_slip(text).map(|(why, help)| (format!(": {why}"), help))
}

/// Returns why a value is not text: it starts with a bracket. Only words are in the brackets, so
/// that no object or array can be meant.
fn brackets(node: Node) -> Option<(String, String)> {
    let span = node.span();
    let text = node.document().source().text().get(span.start as usize..span.end as usize)?;
    let is_word = |text: &str| !text.contains(['"', '\'', ':', '\n', ',']);
    let (what, open) = match node.kind() {
        Json::Object => ("an object", '{'),
        _ => ("an array", '['),
    };
    let is_meant_as_text = text.starts_with(open) && is_word(text);
    is_meant_as_text.then(|| (format!(": `{open}` starts {what}"), spec::in_quotes(text)))
}
