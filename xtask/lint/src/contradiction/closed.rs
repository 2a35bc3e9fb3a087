//! Schemas that refuse the properties of others.

use spec::Node;

use super::Contradiction;
use crate::words;

/// How many properties a message names.
const NAMED: usize = 5;

/// Returns the contradiction of a schema with `additionalProperties: false` and others that declare
/// or require more properties.
pub fn refused(schemas: &[Node]) -> Option<Contradiction> {
    schemas.iter().filter(|schema| is_closed(**schema)).find_map(|closed| {
        let others = schemas.iter().copied().filter(|other| other != closed);
        let (other, names) = others.map(|other| (other, refused_by(*closed, other))).find(|(_, names)| !names.is_empty())?;
        let shown = names[..names.len().min(NAMED)].join("`, `");
        let more = if names.len() > NAMED { ", …" } else { "" };
        let (closed, other) = (words::schema(*closed), words::schema(other));
        Some(Contradiction {
            message: format!(
                "{closed} has `additionalProperties: false` and refuses `{shown}`{more} of {other}"
            ),
            help: Some(format!(
                "declare the properties in {closed} too, or remove `additionalProperties: false` there"
            )),
        })
    })
}

/// Returns whether a schema refuses properties that it does not declare.
pub fn is_closed(schema: Node) -> bool {
    schema.get("additionalProperties").and_then(Node::as_bool) == Some(false)
}

/// The properties that a schema declares or requires, and a closed one does not declare.
pub fn refused_by<'d>(closed: Node<'d>, other: Node<'d>) -> Vec<&'d str> {
    let declared = other.get("properties").into_iter().flat_map(Node::entries);
    let required = other.get("required").into_iter().flat_map(Node::items);
    let mut names: Vec<&str> =
        declared.map(|entry| entry.key).chain(required.filter_map(Node::as_str)).collect();
    let known = closed.get("properties");
    names.retain(|name| known.is_none_or(|known| known.get(name).is_none()));
    names.sort_unstable();
    names.dedup();
    names
}
