//! Whether two values are equivalent.

use std::collections::BTreeSet;

use spec::{Node, is_same};

/// As [`is_same`], for values that may be absent.
pub fn same_or_absent(one: Option<Node>, other: Option<Node>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same(one, other),
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
        one.iter().all(|&value| other.iter().any(|&known| is_same(value, known)))
    };
    // Most are in the same order.
    let in_order = || one.iter().zip(other).all(|(one, other)| is_same(*one, *other));
    one.len() == other.len() && in_order() || all_in(one, other) && all_in(other, one)
}
