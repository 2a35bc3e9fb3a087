//! The schemas that have names.

use std::borrow::Cow;
use std::collections::HashSet;

use spec::{Document, Node};

use super::documents::Documents;
use super::location::Location;
use super::matched::Matched;

/// The named schemas by their names.
pub fn schemas<'d>(documents: &Documents<'d>) -> Matched<Node<'d>> {
    let list = |document: &'d Document<'d>| {
        let named = document.at("/components/schemas").into_iter().flat_map(Node::entries);
        named.map(|entry| entry.value).collect::<Vec<_>>()
    };
    Matched::of(list(documents.base), list(documents.head)).by(Node::key)
}

/// The named schemas of one document which the other does not have, and nothing refers to.
pub fn unused<'d>(document: &'d Document<'d>, schemas: Vec<Node<'d>>) -> Vec<Node<'d>> {
    let mut used = HashSet::new();
    if !schemas.is_empty() {
        references(document.root(), &mut used);
    }
    let name = |schema: &Node<'d>| schema.key().unwrap_or_default();
    schemas.into_iter().filter(|schema| !used.contains(name(schema))).collect()
}

/// Adds the names of the schemas that something refers to.
fn references<'d>(node: Node<'d>, used: &mut HashSet<Cow<'d, str>>) {
    used.extend(referenced(node));
    node.items().for_each(|item| references(item, used));
    node.entries().for_each(|entry| references(entry.value, used));
}

/// What a named schema that is missing would be in.
pub fn around_schemas<'d>(document: &'d Document<'d>) -> Location<'d> {
    Location::missing_in(document.at("/components/schemas").unwrap_or(document.root()))
}

/// The name of a schema among the components.
pub fn name(schema: Node<'_>) -> Option<Cow<'_, str>> {
    let around = schema.parent().filter(|around| around.key() == Some("schemas"))?;
    let components = around.parent().and_then(Node::key);
    schema.key().filter(|_| components == Some("components")).map(Cow::Borrowed)
}

/// The name of the schema that a reference leads to.
pub fn referenced(schema: Node<'_>) -> Option<Cow<'_, str>> {
    spec::schema_name(schema.get("$ref")?.as_str()?)
}
