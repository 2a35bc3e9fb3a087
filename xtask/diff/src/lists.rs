//! The values that a schema lists.

use std::collections::HashSet;

use mapping::extensions::EXTENSIBLE_ENUM;
use spec::Node;

use super::changes::shown;
use super::face::Type;
use super::pair::Pair;
use super::side::Side;

/// The values of `enum` or `x-extensible-enum`.
pub struct Listed<'d> {
    /// The list.
    pub node: Node<'d>,
    /// Whether there can be no other values.
    pub closed: bool,
    pub values: Vec<Node<'d>>,
}

impl<'d> Listed<'d> {
    pub fn of(schema: &Side<'d>) -> Option<Self> {
        let of_key = |key: &str| schema.all(key).find(|list| list.is_array());
        let (node, closed) = of_key("enum")
            .map(|node| (node, true))
            .or_else(|| Some((of_key(EXTENSIBLE_ENUM)?, false)))?;
        let key = if closed { "enum" } else { EXTENSIBLE_ENUM };
        // Where several lists apply, only what is in all of them is allowed.
        let others = schema.all(key).filter(|list| *list != node && list.is_array());
        let others: Vec<HashSet<String>> =
            others.map(|list| list.items().map(text).collect()).collect();
        let allowed = |value: &Node| others.iter().all(|list| list.contains(&text(*value)));
        Some(Self { node, closed, values: node.items().filter(allowed).collect() })
    }

    /// The values that another list does not have.
    pub fn without(&self, other: &Listed<'d>) -> Vec<Node<'d>> {
        let known: HashSet<String> = other.values.iter().copied().map(text).collect();
        self.values.iter().copied().filter(|&value| !known.contains(&text(value))).collect()
    }

    pub fn key(&self) -> &'static str {
        if self.closed { "enum" } else { EXTENSIBLE_ENUM }
    }

    /// The list as a change shows it.
    pub fn shown(&self) -> String {
        shown(self.node)
    }
}

/// Equal for equal values; `1` and `1.0` are not told apart elsewhere either.
fn text(value: Node) -> String {
    match value.as_f64() {
        Some(number) => number.to_string(),
        None => value.to_value().to_string(),
    }
}

/// Whether both schemas become an enum in Rust, so that their values are its variants.
pub fn are_variants(pair: &Pair) -> bool {
    [&pair.base, &pair.head].iter().all(|side| Type::of(side) == Type::OpenEnum)
}
