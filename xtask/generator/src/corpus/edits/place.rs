//! Places in a document, as edits name them.
//!
//! A place is a JSON pointer without its first slash: from the root, from `components`, or from the
//! operation whose id it starts with.

use spec::{Document, Node, pointer_key};

/// Returns the value that contains a place, and the last key of the place in it.
///
/// # Errors
/// The document has no such value.
pub fn container<'d>(document: &'d Document, place: &str) -> Result<(Node<'d>, String), String> {
    let (above, key) = place.rsplit_once('/').unwrap_or(("", place));
    let pointer = pointer(document, above, place)?;
    let node = document.at(&pointer).ok_or_else(|| missing(place))?;
    Ok((node, pointer_key(key).into_owned()))
}

/// Returns the value at a place.
///
/// # Errors
/// The document has no such value.
pub fn node<'d>(document: &'d Document, place: &str) -> Result<Node<'d>, String> {
    let pointer = pointer(document, place, place)?;
    document.at(&pointer).ok_or_else(|| missing(place))
}

fn pointer(document: &Document, path: &str, place: &str) -> Result<String, String> {
    if path.is_empty() {
        return Ok(String::new());
    }
    let start = path.split('/').next().unwrap_or_default();
    let has = |pointer: &str| {
        document.at(pointer).is_some_and(|node| node.get(&pointer_key(start)).is_some())
    };
    if has("") {
        return Ok(format!("/{path}"));
    }
    if has("/components") {
        return Ok(format!("/components/{path}"));
    }
    let operation = spec::operations(document).find(|operation| operation.id() == Some(start));
    let operation = operation.ok_or_else(|| missing(place))?;
    Ok(operation.node.pointer() + &path[start.len()..])
}

fn missing(place: &str) -> String {
    format!("the document has no `{place}`")
}
