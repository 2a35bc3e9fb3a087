//! What a discriminator says about a value.

use std::collections::HashMap;

use spec::Node;

use crate::by_node::NodeMap;
use crate::composition;
use crate::object_index::ObjectIndex;

/// The discriminators of a document's schemas.
pub struct Discriminators<'a, 'd> {
    index: &'a ObjectIndex<'d>,
    /// The alternatives of each schema that was asked about.
    named: NodeMap<'d, Named<'d>>,
}

impl<'a, 'd> Discriminators<'a, 'd> {
    pub fn new(index: &'a ObjectIndex<'d>) -> Self {
        Self { index, named: NodeMap::default() }
    }

    /// Returns what the discriminator of a schema selects for a value, if it has one and the value
    /// has the property.
    pub fn selected(&mut self, schema: Node<'d>, value: Node<'d>) -> Option<Selected<'d>> {
        let discriminator = schema.get("discriminator")?;
        let node = value.get(discriminator.get("propertyName")?.as_str()?)?;
        let name = node.as_str()?;
        let mapped = discriminator.get("mapping").and_then(|mapping| mapping.get(name));
        if let Some(mapped) = mapped {
            let target = composition::mapped(self.index, mapped, mapped.as_str()?);
            return Some(target.map_or(Selected::Unread, Selected::Schema));
        }
        let named = self.named.entry(schema).or_insert_with(|| Named::of(self.index, schema));
        match named.alternatives.get(name) {
            Some(alternative) => Some(Selected::Schema(*alternative)),
            None => named.are_all.then_some(Selected::None(node)),
        }
    }
}

/// What the value of a discriminating property selects.
pub enum Selected<'d> {
    Schema(Node<'d>),
    /// Nothing; this is the value.
    None(Node<'d>),
    /// Something that is not among the documents.
    Unread,
}

/// The alternatives of a schema by their names.
struct Named<'d> {
    alternatives: HashMap<&'d str, Node<'d>>,
    /// Whether each alternative has a name: a schema in place or in a file of its own has none.
    are_all: bool,
}

impl<'d> Named<'d> {
    fn of(index: &ObjectIndex<'d>, schema: Node<'d>) -> Self {
        let mut named = Self { alternatives: HashMap::new(), are_all: true };
        let lists = ["anyOf", "oneOf"].into_iter().filter_map(|keyword| schema.get(keyword));
        for alternative in lists.flat_map(Node::items) {
            let reference = alternative.get("$ref").and_then(Node::as_str);
            let reference = reference.filter(|text| text.contains("#/components/schemas/"));
            let target = reference.and_then(|text| index.follow(alternative, text).ok());
            match target.and_then(Node::key) {
                Some(name) => _ = named.alternatives.entry(name).or_insert(alternative),
                None => named.are_all = false,
            }
        }
        named
    }
}
