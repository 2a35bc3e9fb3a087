//! Whether two values say the same.

use std::collections::BTreeSet;

use spec::{Kind, Node};

/// Whether two values are equal, in whatever order their members stand.
pub fn same(one: Node, other: Node) -> bool {
    if one.kind() != other.kind() || one.len() != other.len() {
        return false;
    }
    match one.kind() {
        Kind::Null => true,
        Kind::Bool => one.as_bool() == other.as_bool(),
        Kind::String => one.as_str() == other.as_str(),
        Kind::Number => one.number_text() == other.number_text() || number(one) == number(other),
        Kind::Array => one.items().zip(other.items()).all(|(one, other)| same(one, other)),
        Kind::Object => one
            .entries()
            .all(|entry| other.get(entry.key).is_some_and(|other| same(entry.value, other))),
    }
}

/// As [`same`], for values that may be absent.
pub fn same_or_absent(one: Option<Node>, other: Option<Node>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// The members of two objects that are not the same, by their names.
pub fn differing<'d>(
    base: Option<Node<'d>>,
    head: Option<Node<'d>>,
) -> Vec<(&'d str, Option<Node<'d>>, Option<Node<'d>>)> {
    let members = base.into_iter().chain(head).flat_map(Node::entries);
    let names: BTreeSet<_> = members.map(|entry| entry.key).collect();
    let both = names.into_iter().map(|name| {
        let member = |object: Option<Node<'d>>| object.and_then(|object| object.get(name));
        (name, member(base), member(head))
    });
    both.filter(|(_, was, is)| !same_or_absent(*was, *is)).collect()
}

/// Whether two lists hold the same values, in whatever order.
pub fn same_set(one: &[Node], other: &[Node]) -> bool {
    let all_in = |one: &[Node], other: &[Node]| {
        one.iter().all(|&value| other.iter().any(|&known| same(value, known)))
    };
    // Most are in the same order.
    let is_same = |(one, other): (&Node<'_>, &Node<'_>)| same(*one, *other);
    one.len() == other.len() && one.iter().zip(other).all(is_same)
        || all_in(one, other) && all_in(other, one)
}

fn number(node: Node) -> Option<f64> {
    node.as_f64().filter(|number| number.is_finite())
}
