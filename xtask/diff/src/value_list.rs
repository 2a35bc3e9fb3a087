//! The values that a schema lists.

use std::collections::HashSet;

use mapping::extensions::EXTENSIBLE_ENUM;
use spec::{Node, canonical};

use super::changes::shown;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::rust_type::RustType;

/// The values of `enum` or `x-extensible-enum`.
pub struct ValueList<'d> {
    /// The list.
    pub node: Node<'d>,
    /// Whether there can be no other values.
    pub closed: bool,
    pub values: Vec<Node<'d>>,
}

impl<'d> ValueList<'d> {
    pub fn of(schema: &ResolvedObject<'d>) -> Option<Self> {
        let of_key = |key: &str| schema.all(key).find(|list| list.is_array());
        let (node, closed) = of_key("enum")
            .map(|node| (node, true))
            .or_else(|| Some((of_key(EXTENSIBLE_ENUM)?, false)))?;
        let key = if closed { "enum" } else { EXTENSIBLE_ENUM };
        // Where several lists apply, only what is in all of them is allowed.
        let others = schema.all(key).filter(|list| *list != node && list.is_array());
        let others: Vec<HashSet<String>> =
            others.map(|list| list.items().map(canonical).collect()).collect();
        let allowed = |value: &Node| others.iter().all(|list| list.contains(&canonical(*value)));
        Some(Self { node, closed, values: node.items().filter(allowed).collect() })
    }

    /// The values that another list does not have.
    pub fn without(&self, other: &ValueList<'d>) -> Vec<Node<'d>> {
        let known: HashSet<String> = other.values.iter().copied().map(canonical).collect();
        self.values.iter().copied().filter(|&value| !known.contains(&canonical(value))).collect()
    }

    pub fn key(&self) -> &'static str {
        if self.closed { "enum" } else { EXTENSIBLE_ENUM }
    }

    /// The list as a change shows it.
    pub fn shown(&self) -> String {
        shown(self.node)
    }
}

/// Whether both schemas become an enum in Rust, so that their values are its variants.
pub fn are_variants(pair: &ObjectPair) -> bool {
    [&pair.base, &pair.head].iter().all(|object| RustType::of(object) == RustType::OpenEnum)
}
