//! Media types, as the keys of `content` are.

use spec::{Node, Object, ObjectKind, essence};

use super::expression::is_token;

/// Whether a text is a media type or a range of them, with or without parameters.
pub fn is_media_type(text: &str) -> bool {
    let (essence, parameters) = text.split_once(';').map_or((text, None), |(e, p)| (e, Some(p)));
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(is_token);
    let named = essence.trim().split_once('/').is_some_and(|(kind, subtype)| {
        is_name(kind) && is_name(subtype) && (kind != "*" || subtype == "*")
    });
    let parameter = |text: &str| {
        let text = text.trim();
        text.is_empty()
            || text
                .split_once('=')
                .is_some_and(|(name, value)| is_name(name.trim()) && !value.trim().is_empty())
    };
    named && parameters.is_none_or(|text| unquoted(text).all(parameter))
}

/// Returns whether an entry of `content` has the name of a field of a media type, so that it is meant to be
/// in one.
pub fn is_misplaced_field(entry: Node) -> bool {
    let media_type = Object::of(ObjectKind::MediaType, entry);
    entry.key().is_some_and(|key| media_type.field(key).is_some())
}

/// The pieces between semicolons that are not inside of quotes.
fn unquoted(text: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut before) = (false, ' ');
    text.split(move |character| {
        quoted ^= character == '"' && before != '\\';
        before = character;
        character == ';' && !quoted
    })
}

/// Whether a media type has parts.
pub fn is_multipart(text: &str) -> bool {
    essence(text).starts_with("multipart/")
}

/// Whether what a media type writes of a text is the text.
pub fn is_text(text: &str) -> bool {
    let essence = essence(text);
    essence.starts_with("text/") && !essence.ends_with("xml") && !essence.ends_with("yaml")
}

/// Whether a media type is that of an HTML form.
pub fn is_form(text: &str) -> bool {
    essence(text) == "application/x-www-form-urlencoded"
}
