//! The search for a contradiction, with a bound on the work.

use spec::{Kind as Json, Node};

use super::found::Contradiction;
use super::{bounds, closed, types};
use crate::by_node::NodeSet;
use crate::instance::{Validator, Violation};
use crate::object_index::ObjectIndex;

/// How many schemas are compared with others in all. A long chain of schemas has many parts at each
/// of its links.
const MAX_WORK: usize = 2_000_000;

/// How many comparisons a search makes of each schema.
const SEARCH_WORK: usize = 10;

/// Looks for contradictions among schemas.
pub struct Contradictions<'a, 'd> {
    index: &'a ObjectIndex<'d>,
    pub(super) validator: Validator<'a, 'd>,
    work: usize,
    /// The first value at which the work ended.
    unchecked: Option<Node<'d>>,
}

impl<'a, 'd> Contradictions<'a, 'd> {
    pub fn new(index: &'a ObjectIndex<'d>) -> Self {
        Self { index, validator: Validator::new(index, None), work: 0, unchecked: None }
    }

    /// Returns a schema and the parts that it combines with `allOf`, references followed; none if that
    /// takes more work than is allowed.
    pub fn parts(&mut self, schema: Node<'d>) -> Option<Vec<Node<'d>>> {
        let mut found: Vec<Node> = self.index.resolve(schema).into_iter().collect();
        let mut known: NodeSet = found.iter().copied().collect();
        let mut next = 0;
        while let Some(&part) = found.get(next) {
            let listed = part.get("allOf").into_iter().flat_map(Node::items);
            for inner in listed {
                if !self.spend(1, schema) {
                    return None;
                }
                found.extend(self.index.resolve(inner).filter(|inner| known.insert(*inner)));
            }
            next += 1;
        }
        Some(found)
    }

    /// Returns why no value fits all of these schemas, or why a part of it can never be sent. What
    /// one of them says against itself is not looked for.
    pub fn among(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        self.search(schemas, 0).or_else(|| {
            let may_be_null = allow_null(schemas);
            if may_be_null { None } else { self.alternatives(schemas) }
        })
    }

    /// Returns the contradiction of schemas with one alternative. Its own alternatives are not tried:
    /// their number grows with each level.
    pub(super) fn search_inner(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        self.search(schemas, 1)
    }

    /// Returns what could not be checked.
    pub fn unchecked(self) -> Vec<Violation<'d>> {
        let own = self.unchecked.map(|schema| {
            let message = format!(
                "not checked whether the parts of `allOf` exclude each other, nor of any schema \
                 after it: {MAX_WORK} comparisons were made"
            );
            Violation::new(schema, message)
        });
        self.validator.unchecked().into_iter().chain(own).collect()
    }

    pub(super) fn search(&mut self, schemas: &[Node<'d>], depth: usize) -> Option<Contradiction> {
        let &[first, _, ..] = schemas else { return None };
        if !self.spend(SEARCH_WORK * schemas.len(), first) || allow_null(schemas) {
            return None;
        }
        types::exclusive(self.index, schemas)
            .or_else(|| self.values(schemas))
            .or_else(|| bounds::crossed(self.index, schemas))
            .or_else(|| self.closed(schemas))
            .or_else(|| self.properties(schemas, depth))
            .or_else(|| self.items(schemas, depth))
    }

    /// Returns whether so much work is still allowed; if not, the schema is not checked.
    pub(super) fn spend(&mut self, work: usize, schema: Node<'d>) -> bool {
        self.work = self.work.saturating_add(work);
        let is_allowed = self.work <= MAX_WORK;
        if !is_allowed {
            self.unchecked.get_or_insert(schema);
        }
        is_allowed
    }

    /// A schema that refuses properties of the others.
    fn closed(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        let named = closed::Named::of(schemas);
        if self.spend(named.work(), schemas[0]) { named.refused() } else { None }
    }
}

/// Whether null fits all of the schemas, and one of them says so.
fn allow_null(schemas: &[Node]) -> bool {
    let is_nullable = |schema: &Node| schema.get("nullable").and_then(Node::as_bool) == Some(true);
    let allows = |schema: &Node| {
        let lists_null = |list: Node| list.items().any(|value| value.kind() == Json::Null);
        (schema.get("type").is_none() || is_nullable(schema))
            && schema.get("enum").is_none_or(lists_null)
    };
    schemas.iter().any(is_nullable) && schemas.iter().all(allows)
}
