//! Properties and items whose schemas exclude each other.

use std::collections::BTreeMap;

use spec::Node;

use super::found::Contradiction;
use super::search::Contradictions;
use crate::by_node::NodeSet;
use crate::words;

/// How deep the properties of properties are compared.
const MAX_DEPTH: usize = 4;

impl<'d> Contradictions<'_, 'd> {
    /// A property whose schemas exclude each other.
    pub(super) fn properties(
        &mut self,
        schemas: &[Node<'d>],
        depth: usize,
    ) -> Option<Contradiction> {
        if depth == MAX_DEPTH {
            return None;
        }
        let mut declared: BTreeMap<&str, Vec<Node>> = BTreeMap::new();
        for properties in schemas.iter().filter_map(|schema| schema.get("properties")) {
            for entry in properties.entries() {
                declared.entry(entry.key).or_default().push(entry.value);
            }
        }
        // What schemas say of all properties that they do not declare.
        let others = schemas.iter().filter_map(|schema| {
            let rest = schema.get("additionalProperties")?;
            (rest.is_object() && !rest.is_empty()).then_some((*schema, rest))
        });
        let others: Vec<(Node, Node)> = others.collect();
        for (name, mut all) in declared {
            if !self.spend(others.len(), schemas[0]) {
                return None;
            }
            let declares = |schema: &Node| {
                schema.get("properties").is_some_and(|declared| declared.get(name).is_some())
            };
            let undeclared = others.iter().filter(|(schema, _)| !declares(schema));
            all.extend(undeclared.map(|(_, rest)| *rest));
            if let Some(found) = self.merged(all, depth) {
                let message = format!("property `{}`: {}", words::cut(name), found.message);
                return Some(Contradiction { message, ..found });
            }
        }
        None
    }

    /// Items whose schemas exclude each other, where there must be one.
    pub(super) fn items(&mut self, schemas: &[Node<'d>], depth: usize) -> Option<Contradiction> {
        let all: Vec<Node> = schemas.iter().filter_map(|schema| schema.get("items")).collect();
        if depth == MAX_DEPTH || all.len() < 2 {
            return None;
        }
        let found = self.merged(all, depth)?;
        Some(Contradiction { message: format!("items: {}", found.message), ..found })
    }

    /// Why schemas of one property exclude each other, if none of them alone does.
    fn merged(&mut self, schemas: Vec<Node<'d>>, depth: usize) -> Option<Contradiction> {
        if schemas.len() < 2 {
            return None;
        }
        let mut known = NodeSet::default();
        let parts: Option<Vec<Vec<Node>>> =
            schemas.into_iter().map(|schema| self.parts(schema)).collect();
        let parts = parts?;
        let all: Vec<Node> =
            parts.iter().flatten().copied().filter(|part| known.insert(*part)).collect();
        let found = self.search(&all, depth + 1)?;
        let has_own = parts.iter().any(|own| self.search(own, depth + 1).is_some());
        (!has_own).then_some(found)
    }
}
