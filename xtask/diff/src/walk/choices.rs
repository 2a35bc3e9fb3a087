//! What is inside choices between schemas.

use spec::Node;

use super::super::context::Context;
use super::super::matched::Matched;
use super::super::matching::alternatives;
use super::super::pairs::{ChoicePair, ObjectPair};
use super::super::relation::Relation;
use super::super::resolved_object::ResolvedObject;
use super::super::rust_type::RustChange;
use super::queue::{Queue, Visit};
use super::schemas::Written;

/// How many alternatives of a choice are compared with all the others.
const COMPARED: usize = 32;

impl<'d> Queue<'d> {
    /// A schema that is one of several alternatives in the other document.
    pub(super) fn wrapped(
        &mut self,
        base: &Written<'d>,
        head: &Written<'d>,
        context: Context,
        rust: &Option<RustChange>,
    ) -> Option<ChoicePair<'d>> {
        let (one, other) = (base.object.only_choice(), head.object.only_choice());
        if one.is_some() == other.is_some() {
            return None;
        }
        let list = |choice: Option<Node<'d>>, written: &Written<'d>| match choice {
            Some(choice) => choice.items().collect(),
            None => written.list.iter().map(|schema| only_alternative(*schema)).collect(),
        };
        let (was, is) = (list(one, base), list(other, head));
        let relation = self.prover.relation(&base.object, &head.object, context.text);
        let mut alternatives = alternatives(was, is, &mut self.fingerprints);
        if alternatives.matched.is_empty() && relation.keeps_all != relation.adds_none {
            self.match_contained(&mut alternatives);
        }
        if alternatives.matched.is_empty() {
            return None;
        }
        let base = one.unwrap_or(base.object.anchor());
        let head = other.unwrap_or(head.object.anchor());
        let overlapping = self.overlapping(&alternatives, one, other);
        let context = context.knowing(relation);
        let rust = rust.clone();
        Some(ChoicePair { base, head, context, alternatives, overlapping, rust })
    }

    /// Matches the only schema of one document with an alternative that allows all of it, or all of
    /// which it allows.
    fn match_contained(&mut self, alternatives: &mut Matched<Node<'d>>) {
        let Matched { matched, removed, added } = alternatives;
        let (old, new) = (removed.clone(), added.clone());
        let pairs = old.iter().flat_map(|base| new.iter().map(move |head| (*base, *head)));
        let contained = pairs
            .take(COMPARED)
            .find(|(base, head)| self.is_within(*base, *head) || self.is_within(*head, *base));
        if let Some((base, head)) = contained {
            matched.push((base, head));
            removed.retain(|node| *node != base);
            added.retain(|node| *node != head);
        }
    }

    /// The alternatives that only one document has and that surely share values with another one of
    /// the same `oneOf`, which refuses these values because of it. Where a `discriminator` tells which
    /// alternative is meant, or others share the values too, they make no difference.
    fn overlapping(
        &mut self,
        alternatives: &Matched<Node<'d>>,
        base: Option<Node<'d>>,
        head: Option<Node<'d>>,
    ) -> Vec<Node<'d>> {
        let mut overlapping = Vec::new();
        for (choice, own) in [(base, &alternatives.removed), (head, &alternatives.added)] {
            let is_plain = |choice: &Node<'d>| {
                let schema = choice.parent().filter(|_| choice.key() == Some("oneOf"));
                schema.is_some_and(|schema| schema.get("discriminator").is_none())
            };
            let choice = choice.filter(is_plain);
            let others: Vec<_> = choice.into_iter().flat_map(Node::items).take(COMPARED).collect();
            for &one in own.iter().take(COMPARED) {
                let others = others.iter().filter(|other| **other != one);
                let shares = |other: &&Node<'d>| {
                    self.is_within(one, **other) || self.is_within(**other, one)
                };
                if others.filter(shares).count() == 1 {
                    overlapping.push(one);
                }
            }
        }
        overlapping
    }

    fn is_within(&mut self, one: Node<'d>, other: Node<'d>) -> bool {
        let schema = |node| ResolvedObject::schema(node, [node]);
        self.prover.is_within(&schema(one), &schema(other))
    }

    pub(super) fn choices(&mut self, visit: usize, pair: &ObjectPair<'d>, context: Context) {
        let (base, head) = (&pair.base, &pair.head);
        for (one, other) in base.choices().zip(head.choices()) {
            let (was, is) = (one.items().collect(), other.items().collect());
            let alternatives = alternatives(was, is, &mut self.fingerprints);
            // What an alternative alone allows may be allowed by another one, too.
            let context = match self.are_alike(&alternatives) {
                true => context,
                false => context.knowing(self.prover.relation(base, head, context.text)),
            };
            let overlapping = self.overlapping(&alternatives, Some(one), Some(other));
            let rust = pair.rust.clone();
            let (base, head) = (one, other);
            self.choice(visit, ChoicePair { base, head, context, alternatives, overlapping, rust });
        }
    }

    /// Whether both choices seem to have the same alternatives.
    fn are_alike(&mut self, alternatives: &Matched<Node<'d>>) -> bool {
        let Matched { matched, removed, added } = alternatives;
        let mut alike =
            |(base, head): &(_, _)| self.fingerprints.of(*base) == self.fingerprints.of(*head);
        removed.is_empty() && added.is_empty() && matched.iter().all(&mut alike)
    }

    pub(super) fn in_choice(&mut self, visit: usize, pair: &ChoicePair<'d>) {
        // A wider alternative of `oneOf` can make the whole narrower: values that fit two are refused.
        let is_one_of = |list: &Node| list.is_array() && list.key() == Some("oneOf");
        let is_any_of = ![pair.base, pair.head].iter().all(is_one_of);
        let proven = match pair.context.proven {
            Relation { keeps_all: true, adds_none: true } => pair.context.proven,
            proven if is_any_of => proven,
            _ => Relation::default(),
        };
        let context = Context { optional: false, proven, ..pair.context };
        for &(base, head) in &pair.alternatives.matched {
            self.alternative(visit, base, head, context);
        }
    }

    /// Compares two alternatives, once: each base in a chain has the alternatives of those below it.
    fn alternative(&mut self, parent: usize, base: Node<'d>, head: Node<'d>, mut context: Context) {
        let new = self.visits.len();
        let visit = *self.alternatives.entry((base, head, context)).or_insert(new);
        self.visits[parent].inner.push(visit);
        if visit == new {
            self.visit(Visit { direction: Some(context.direction), ..Visit::default() });
            let [base, head] = [base, head].map(|node| Written::of(node, vec![node]));
            // All alternatives together are one type.
            self.rust_change(&base, &head, &mut context);
            self.compare(visit, base, head, context, None);
        }
    }
}

/// What a choice of one is, or the schema itself.
fn only_alternative(schema: Node) -> Node {
    let choice = ["oneOf", "anyOf", "allOf"].into_iter().find_map(|key| schema.get(key));
    match choice.filter(|choice| choice.len() == 1 && schema.len() == 1) {
        Some(choice) => choice.items().next().unwrap_or(schema),
        None => schema,
    }
}
