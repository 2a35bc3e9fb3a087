//! The schemas that a base with a `discriminator` stands for: those that extend it.

use std::collections::HashMap;

use spec::{Document, Node};

use super::super::context::Context;
use super::super::matched::Matched;
use super::super::pairs::{ChoicePair, ObjectPair};
use super::super::relation::Relation;
use super::super::resolved_object::{ResolvedObject, is_annotation};
use super::queue::Queue;

/// The named schemas that extend each base.
#[derive(Default)]
pub struct Extensions<'d>(HashMap<Node<'d>, Vec<Node<'d>>>);

impl<'d> Extensions<'d> {
    pub fn of(document: &'d Document<'d>) -> Self {
        let named = document.at("/components/schemas").into_iter().flat_map(Node::entries);
        let named: Vec<_> = named.map(|entry| entry.value).collect();
        let mut extensions = HashMap::new();
        if named.iter().any(|schema| is_base(*schema)) {
            for schema in named.into_iter().filter(|schema| extends(*schema)) {
                let object = ResolvedObject::schema(schema, [schema]);
                for base in object.parts().iter().skip(1).filter(|part| is_base(**part)) {
                    extensions.entry(*base).or_insert_with(Vec::new).push(schema);
                }
            }
        }
        Self(extensions)
    }
}

impl<'d> Queue<'d> {
    /// Will compare what two schemas stand for by a `discriminator` that lists no alternatives.
    pub(super) fn in_base(&mut self, visit: usize, pair: &ObjectPair<'d>, context: Context) {
        // What is proven about the bases says nothing about what extends them.
        let context = Context { proven: Relation::default(), ..context };
        let (one, other) = (pair.base.anchor(), pair.head.anchor());
        let bases = |object: &ResolvedObject<'d>| {
            object.parts().iter().copied().find(|part| is_base(*part))
        };
        let (Some(base), Some(head)) = (bases(&pair.base), bases(&pair.head)) else { return };
        // What extends a base is only itself, and still has a value that stands for it.
        let alternatives = match (base == one, head == other) {
            (true, true) => Matched::of(self.extending(base), self.extending(head))
                .by(Node::key)
                .by(|schema| Some(self.fingerprints.of(schema))),
            (false, false) => Matched { matched: vec![(one, other)], ..Matched::of([], []) },
            _ => return,
        };
        self.choice(
            visit,
            ChoicePair { base, head, context, alternatives, overlapping: Vec::new() },
        );
    }

    /// The schemas that extend a base, and those that its `mapping` names.
    fn extending(&self, base: Node<'d>) -> Vec<Node<'d>> {
        let mut found: Vec<Node> = self
            .extensions
            .iter()
            .filter_map(|known| known.0.get(&base))
            .flatten()
            .copied()
            .collect();
        let mapping =
            base.get("discriminator").and_then(|discriminator| discriminator.get("mapping"));
        let mapped = mapping.into_iter().flat_map(Node::entries).filter_map(|entry| {
            let target = entry.value.as_str()?;
            let named = || base.document().at("/components/schemas")?.get(target);
            base.document().follow(target).ok().or_else(named)
        });
        let known: std::collections::HashSet<Node> = found.iter().copied().collect();
        let mut new: Vec<_> =
            mapped.filter(|node| *node != base && !known.contains(node)).collect();
        new.dedup();
        found.extend(new);
        found
    }
}

/// Whether each value of a schema names the schema that it has.
fn is_base(schema: Node) -> bool {
    schema.get("discriminator").is_some_and(Node::is_object)
        && schema.get("oneOf").is_none()
        && schema.get("anyOf").is_none()
}

/// Whether a schema adds to those of its `allOf`, and is not only another name for one.
fn extends(schema: Node) -> bool {
    let parts = schema.get("allOf").map_or(0, Node::len);
    let adds = schema.entries().any(|entry| entry.key != "allOf" && !is_annotation(entry.key));
    parts > 1 || parts == 1 && adds
}
