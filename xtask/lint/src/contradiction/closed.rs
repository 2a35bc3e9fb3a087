//! Schemas that refuse the properties of others.

use std::collections::BTreeMap;

use spec::Node;

use super::found::Contradiction;
use crate::words;

/// How many properties a message names.
const NAMED: usize = 5;

/// The properties that schemas declare or require, each with the first that does.
pub struct Named<'d> {
    names: BTreeMap<&'d str, Node<'d>>,
    closed: Vec<Node<'d>>,
}

impl<'d> Named<'d> {
    pub fn of(schemas: &[Node<'d>]) -> Self {
        let closed: Vec<Node> = schemas.iter().copied().filter(|one| is_closed(*one)).collect();
        // Without a closed schema, no name is looked up.
        let schemas = if closed.is_empty() { &[] } else { schemas };
        let mut names = BTreeMap::new();
        for schema in schemas {
            for entry in schema.get("properties").into_iter().flat_map(Node::entries) {
                names.entry(entry.key).or_insert(*schema);
            }
        }
        // The schema that declares a property is named rather than one that only requires it.
        for schema in schemas {
            let required = schema.get("required").into_iter().flat_map(Node::items);
            for name in required.filter_map(Node::as_str) {
                names.entry(name).or_insert(*schema);
            }
        }
        Self { names, closed }
    }

    /// Returns how many look-ups `refused` makes.
    pub fn work(&self) -> usize {
        self.names.len() * self.closed.len()
    }

    /// Returns the contradiction of a schema with `additionalProperties: false` and another one that
    /// declares or requires more properties.
    pub fn refused(&self) -> Option<Contradiction> {
        self.closed.iter().find_map(|closed| self.refused_by(*closed))
    }

    fn refused_by(&self, closed: Node<'d>) -> Option<Contradiction> {
        let known = closed.get("properties");
        let is_refused = |name: &str| known.is_none_or(|known| known.get(name).is_none());
        // What the closed schema requires itself is not said of another one.
        let refused =
            self.names.iter().filter(|(name, owner)| is_refused(name) && **owner != closed);
        let refused: Vec<(&str, Node)> = refused.map(|(name, owner)| (*name, *owner)).collect();
        let (_, owner) = *refused.first()?;
        let names: Vec<String> =
            refused.iter().take(NAMED).map(|(name, _)| format!("`{}`", words::cut(name))).collect();
        let more = if refused.len() > NAMED { ", …" } else { "" };
        let (closed, owner) = (words::schema(closed), words::schema(owner));
        let names = names.join(", ");
        Some(Contradiction {
            message: format!(
                "{closed} has `additionalProperties: false` and rejects {names}{more} of {owner}"
            ),
            help: Some(format!(
                "declare the properties in {closed} too, or remove `additionalProperties: false` there"
            )),
        })
    }
}

/// Returns whether a schema refuses properties that it does not declare.
pub fn is_closed(schema: Node) -> bool {
    schema.get("additionalProperties").and_then(Node::as_bool) == Some(false)
}
