//! Which schemas refuse null.

use spec::{Kind as Json, Node};

use crate::by_node::{NodeMap, NodeSet};
use crate::composition::COMPOSITES;
use crate::object_index::ObjectIndex;

/// What refuses null in the schemas that were asked about, so that each is checked once.
#[derive(Default)]
pub struct Refusals<'d> {
    /// The part of a schema that refuses null, if one does.
    parts: NodeMap<'d, Option<Node<'d>>>,
    /// The list by which a schema is composed so that null is refused, and the part in it.
    lists: NodeMap<'d, Option<(Node<'d>, Node<'d>)>>,
}

impl<'d> Refusals<'d> {
    /// Returns the part of a schema that refuses null: the schema itself, or one that it is composed
    /// of. A part that cannot be read, or that contains itself, refuses nothing.
    pub fn of(&mut self, index: &ObjectIndex<'d>, schema: Node<'d>) -> Option<Node<'d>> {
        let schema = index.resolve(schema)?;
        let mut entered = NodeSet::default();
        let mut open = vec![schema];
        while let Some(&part) = open.last() {
            if !self.parts.contains_key(&part) && entered.insert(part) {
                let lists = COMPOSITES.into_iter().filter_map(|keyword| part.get(keyword));
                let inner = lists.flat_map(Node::items).filter_map(|inner| index.resolve(inner));
                open.extend(inner.filter(|inner| !self.parts.contains_key(inner)));
                continue;
            }
            open.pop();
            if !self.parts.contains_key(&part) {
                let refusal = refuses(part).then_some(part);
                let refusal = refusal.or_else(|| self.of_parts(index, part).map(|(_, part)| part));
                self.parts.insert(part, refusal);
            }
        }
        self.parts.get(&schema).copied().flatten()
    }

    /// Returns the keyword by which a schema is composed so that null is refused, and the part that
    /// refuses it, of those that were asked about.
    fn of_parts(&self, index: &ObjectIndex<'d>, schema: Node<'d>) -> Option<(Node<'d>, Node<'d>)> {
        let of = |item: Node<'d>| self.parts.get(&index.resolve(item)?).copied().flatten();
        COMPOSITES.into_iter().filter_map(|keyword| schema.get(keyword)).find_map(|list| {
            let refusals = list.items().map(of);
            let refusal = match list.key() {
                Some("allOf") => refusals.flatten().next(),
                _ => refusals.collect::<Option<Vec<_>>>()?.first().copied(),
            };
            refusal.map(|part| (list, part))
        })
    }

    /// Returns the list by which a schema is composed so that null is refused, whatever its own
    /// `type` and `enum` say, and the part in it that refuses null.
    pub fn by_composition(
        &mut self,
        index: &ObjectIndex<'d>,
        schema: Node<'d>,
    ) -> Option<(Node<'d>, Node<'d>)> {
        if let Some(known) = self.lists.get(&schema) {
            return *known;
        }
        self.of(index, schema);
        let found = self.of_parts(index, schema);
        self.lists.insert(schema, found);
        found
    }
}

/// Whether a schema refuses null by its own `type` or `enum`.
fn refuses(schema: Node) -> bool {
    let is_nullable = schema.get("nullable").and_then(Node::as_bool) == Some(true);
    let is_typed = schema.get("type").is_some_and(|kind| kind.as_str().is_some());
    is_typed && !is_nullable || schema.get("enum").is_some_and(lacks_null)
}

/// Returns whether an `enum` is a list without null.
pub fn lacks_null(list: Node) -> bool {
    list.is_array() && !list.items().any(|item| item.kind() == Json::Null)
}
