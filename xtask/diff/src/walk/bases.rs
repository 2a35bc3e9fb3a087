//! The schemas that a base with a `discriminator` stands for: those that extend it.

use std::collections::HashSet;

use spec::Node;

use super::super::context::Context;
use super::super::extending::is_base;
use super::super::matched::Matched;
use super::super::pairs::{ChoicePair, ObjectPair};
use super::super::relation::Relation;
use super::super::resolved_object::ResolvedObject;
use super::queue::Queue;

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
        let choices = |alternatives| {
            let overlapping = Vec::new();
            ChoicePair { base, head, context, alternatives, overlapping, rust: None }
        };
        match (base == one, head == other) {
            (true, true) => {
                let alternatives = Matched::of(self.extending(base), self.extending(head))
                    .by(Node::key)
                    .by(|schema| Some(self.fingerprints.of(schema)));
                self.choice(visit, choices(alternatives));
            }
            // What extends a base is only itself, and still has a value that stands for it.
            (false, false) => {
                let alone = Matched { matched: vec![(one, other)], ..Matched::of([], []) };
                self.part_of_choice(visit, choices(alone));
            }
            _ => {}
        }
    }

    /// The schemas that extend a base, and those that its `mapping` names.
    fn extending(&self, base: Node<'d>) -> Vec<Node<'d>> {
        let mut found: Vec<Node> =
            self.extensions.iter().flat_map(|known| known.of_base(base)).copied().collect();
        let mapping =
            base.get("discriminator").and_then(|discriminator| discriminator.get("mapping"));
        let mapped = mapping.into_iter().flat_map(Node::entries).filter_map(|entry| {
            let target = entry.value.as_str()?;
            let named = || base.document().at("/components/schemas")?.get(target);
            base.document().follow(target).ok().or_else(named)
        });
        let known: HashSet<Node> = found.iter().copied().collect();
        let mut new: Vec<_> =
            mapped.filter(|node| *node != base && !known.contains(node)).collect();
        new.dedup();
        found.extend(new);
        found
    }
}
