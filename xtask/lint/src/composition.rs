//! Schemas that are made of others.

use spec::{Node, RefErrorKind};

use super::by_node::NodeSet;
use super::object_index::ObjectIndex;
use spec::ObjectKind as Kind;

/// The keywords that apply several schemas to one value.
pub const COMPOSITES: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// A schema and all that are combined in it by `allOf`, references followed. A part that cannot be
/// read is left out.
pub fn conjuncts<'d>(index: &ObjectIndex<'d>, schema: Node<'d>) -> Vec<Node<'d>> {
    closure(index, schema, &["allOf"])
}

/// A schema and all that are combined in it in any way.
pub fn parts<'d>(index: &ObjectIndex<'d>, schema: Node<'d>) -> Vec<Node<'d>> {
    closure(index, schema, &COMPOSITES)
}

/// Returns whether each of the parts can be read, as far as other schemas and properties are in it.
pub fn is_read<'d>(index: &ObjectIndex<'d>, parts: &[Node<'d>]) -> bool {
    parts.iter().all(|part| {
        let lists = COMPOSITES.iter().filter_map(|keyword| part.get(keyword));
        lists.flat_map(Node::items).all(|inner| index.resolve(inner).is_some())
            && !part.get("properties").is_some_and(|properties| index.is_replaced(properties))
    })
}

/// Whether a schema applies others to the same value.
pub fn is_composed(schema: Node) -> bool {
    COMPOSITES.iter().any(|keyword| schema.get(keyword).is_some()) || schema.get("not").is_some()
}

/// Whether a schema stands in the list of a composition.
pub fn is_part(schema: Node) -> bool {
    let list = schema.parent().filter(|list| list.is_array()).and_then(Node::key);
    list.is_some_and(|list| COMPOSITES.contains(&list))
}

/// The schemas that others are made of, by reference.
pub fn blocks<'d>(index: &ObjectIndex<'d>) -> NodeSet<'d> {
    let parts = index
        .references
        .iter()
        .filter(|reference| reference.expects == Kind::Schema && is_part(reference.node));
    parts.filter_map(|reference| reference.target.clone().ok()).collect()
}

/// Whether any object that the schema describes must have that property.
pub fn requires<'d>(index: &ObjectIndex<'d>, schema: Node<'d>, name: &str) -> bool {
    let lists = conjuncts(index, schema).into_iter().filter_map(|part| part.get("required"));
    lists.flat_map(Node::items).any(|item| item.as_str() == Some(name))
}

/// The schema of a property, wherever in the schema it is declared.
pub fn property<'d>(index: &ObjectIndex<'d>, schema: Node<'d>, name: &str) -> Option<Node<'d>> {
    parts(index, schema).into_iter().find_map(|part| part.get("properties")?.get(name))
}

fn closure<'d>(index: &ObjectIndex<'d>, schema: Node<'d>, keywords: &[&str]) -> Vec<Node<'d>> {
    let mut found: Vec<Node> = index.resolve(schema).into_iter().collect();
    // Most schemas are made of no others, and need no memory of them.
    let mut known = NodeSet::default();
    let mut next = 0;
    while let Some(&part) = found.get(next) {
        let lists = keywords.iter().filter_map(|keyword| part.get(keyword));
        for inner in lists.flat_map(Node::items).filter_map(|inner| index.resolve(inner)) {
            if inner != found[0] && known.insert(inner) {
                found.push(inner);
            }
        }
        next += 1;
    }
    found
}

/// The schema that a value in the `mapping` of a discriminator names: by the name of a component,
/// or else by a reference.
pub fn mapped<'d>(
    index: &ObjectIndex<'d>,
    from: Node<'d>,
    text: &str,
) -> Result<Node<'d>, RefErrorKind> {
    let named = index.document().at("/components/schemas").and_then(|all| all.get(text));
    named.map_or_else(|| index.follow(from, text), Ok)
}
