//! Whether schemas that apply to one value exclude each other, as far as that can be told without a
//! value.

mod bounds;
mod closed;
mod types;

use std::collections::HashSet;

use spec::{Kind as Json, Node};

use crate::by_node::NodeSet;
use crate::composition;
use crate::instance::{Validator, Violation};
use crate::object_index::ObjectIndex;
use crate::words;
pub use bounds::PAIRS;
pub use closed::is_closed;

/// How many schemas are compared with others in all. A long chain of schemas has many parts at each
/// of its links.
const MAX_WORK: usize = 200_000;

/// How deep the properties of properties are compared.
const MAX_DEPTH: usize = 4;

/// How many values of an `enum` are tried.
const MAX_VALUES: usize = 1_000;

/// Why no value fits, or why a part of it can never be sent.
#[derive(Clone)]
pub struct Contradiction {
    pub message: String,
    /// What to do here, if that of the rule does not fit as well.
    pub help: Option<String>,
}

impl Contradiction {
    fn new(message: String) -> Self {
        Self { message, help: None }
    }
}

/// Looks for contradictions among schemas.
pub struct Contradictions<'a, 'd> {
    index: &'a ObjectIndex<'d>,
    validator: Validator<'a, 'd>,
    work: usize,
    /// The first value at which the work ended.
    unchecked: Option<Node<'d>>,
}

impl<'a, 'd> Contradictions<'a, 'd> {
    pub fn new(index: &'a ObjectIndex<'d>) -> Self {
        Self { index, validator: Validator::new(index, None), work: 0, unchecked: None }
    }

    /// Returns why no value fits all of these schemas, or why a part of it can never be sent. What
    /// one of them says against itself is not looked for.
    pub fn among(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        self.search(schemas, 0)
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

    fn search(&mut self, schemas: &[Node<'d>], depth: usize) -> Option<Contradiction> {
        let &[first, _, ..] = schemas else { return None };
        self.work += schemas.len();
        if self.work > MAX_WORK {
            self.unchecked.get_or_insert(first);
            return None;
        }
        if allow_null(schemas) {
            return None;
        }
        types::exclusive(self.index, schemas)
            .or_else(|| self.values(schemas))
            .or_else(|| bounds::crossed(self.index, schemas))
            .or_else(|| closed::refused(schemas))
            .or_else(|| self.properties(schemas, depth))
            .or_else(|| self.items(schemas, depth))
    }

    /// A list of values of which each violates another schema.
    fn values(&mut self, schemas: &[Node<'d>]) -> Option<Contradiction> {
        let lists = schemas.iter().filter_map(|schema| Some((*schema, schema.get("enum")?)));
        let lists = lists.filter(|(_, list)| list.is_array() && list.len() <= MAX_VALUES);
        let (owner, list) = lists.min_by_key(|(_, list)| list.len())?;
        self.work += list.len() * schemas.len();
        // A value that its own schema refuses is a diagnostic of another rule.
        let own = list.items().filter(|value| !self.validator.rejects(owner, *value));
        let own: Vec<Node> = own.collect();
        let mut refusing = None;
        for value in &own {
            let others = schemas.iter().filter(|schema| **schema != owner);
            refusing =
                Some(*others.into_iter().find(|other| self.validator.rejects(**other, *value))?);
        }
        let owner = words::schema(owner);
        let other = words::schema(refusing?);
        let shown: Vec<String> = own.iter().take(5).map(|value| words::value(*value)).collect();
        let more = if own.len() > shown.len() { ", …" } else { "" };
        let message = match own.len() {
            1 => format!("{other} refuses the only value of {owner}, {}", shown[0]),
            _ => {
                format!("the other parts refuse each value of {owner}: {}{more}", shown.join(", "))
            }
        };
        Some(Contradiction::new(message))
    }

    /// A property whose schemas exclude each other.
    fn properties(&mut self, schemas: &[Node<'d>], depth: usize) -> Option<Contradiction> {
        if depth == MAX_DEPTH {
            return None;
        }
        let declaring: Vec<Node> = schemas
            .iter()
            .copied()
            .filter(|schema| schema.get("properties").is_some_and(Node::is_object))
            .collect();
        let mut names = HashSet::new();
        for declared in declaring.iter().filter_map(|schema| schema.get("properties")) {
            for entry in declared.entries().filter(|entry| names.insert(entry.key)) {
                let of_part = |part: &Node<'d>| match part.get("properties")?.get(entry.key) {
                    Some(property) => Some(property),
                    None => other_properties(*part),
                };
                let without = schemas.iter().filter(|part| part.get("properties").is_none());
                let without = without.filter_map(|part| other_properties(*part));
                let all = declaring.iter().filter_map(of_part).chain(without).collect();
                if let Some(found) = self.merged(all, depth) {
                    let message =
                        format!("property `{}`: {}", words::cut(entry.key), found.message);
                    return Some(Contradiction { message, ..found });
                }
            }
        }
        None
    }

    /// Items whose schemas exclude each other, where there must be one.
    fn items(&mut self, schemas: &[Node<'d>], depth: usize) -> Option<Contradiction> {
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
        let parts: Vec<Vec<Node>> =
            schemas.iter().map(|schema| composition::conjuncts(self.index, *schema)).collect();
        let all: Vec<Node> =
            parts.iter().flatten().copied().filter(|part| known.insert(*part)).collect();
        let found = self.search(&all, depth + 1)?;
        let has_own = parts.iter().any(|own| self.search(own, depth + 1).is_some());
        (!has_own).then_some(found)
    }
}

/// The schema of properties that are not declared.
fn other_properties(schema: Node) -> Option<Node> {
    schema.get("additionalProperties").filter(|rest| rest.is_object())
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
