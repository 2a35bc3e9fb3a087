//! What a tag makes of its value.

use saphyr_parser::{ScalarStyle, Tag};

use crate::scalar::Plain;

/// Whether a scalar is what its form says; else it is a string. `None` if the tag is unknown or
/// does not fit.
pub(super) fn by_form(tag: Option<&Tag>, style: ScalarStyle, form: Plain) -> Option<bool> {
    let Some(tag) = tag else { return Some(style == ScalarStyle::Plain) };
    match (name(tag)?, form) {
        ("str" | "!", _) => Some(false),
        ("null", Plain::Null)
        | ("bool", Plain::Bool(_))
        | ("int", Plain::Integer)
        | ("float", Plain::Integer | Plain::Float) => Some(true),
        _ => None,
    }
}

/// Whether an object or array may have this tag.
pub(super) fn fits(tag: Option<&Tag>, object: bool) -> bool {
    match tag.map(name) {
        None | Some(Some("!")) => true,
        Some(Some("map")) => object,
        Some(Some("seq")) => !object,
        Some(_) => false,
    }
}

/// The name of a tag of YAML's own, or `!`.
fn name(tag: &Tag) -> Option<&str> {
    match (tag.handle.as_str(), tag.suffix.as_str()) {
        ("tag:yaml.org,2002:", name) | ("", name @ "!") => Some(name),
        ("", verbatim) => verbatim.strip_prefix("tag:yaml.org,2002:"),
        _ => None,
    }
}
