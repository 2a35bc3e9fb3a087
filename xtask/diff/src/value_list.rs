//! The values that a schema lists.

use std::collections::{HashMap, HashSet};

use mapping::extensions::EXTENSIBLE_ENUM;
use mapping::{Names, pascal};
use spec::{Kind, Node, canonical};

use super::changes::shown;
use super::impact::Level;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::rust_components::is_enum;

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

    /// Returns the name in Rust of each value: a variant has a number if its name is taken.
    fn variants(&self) -> HashMap<Node<'d>, String> {
        let mut names = Names::default();
        let named = self.values.iter().filter_map(|&value| {
            let text = match value.kind() {
                Kind::Null => return None,
                Kind::String => value.as_str().unwrap_or_default().to_owned(),
                _ => value.to_value().to_string(),
            };
            Some((value, names.unique(pascal(&text))))
        });
        named.collect()
    }

    pub fn key(&self) -> &'static str {
        if self.closed { "enum" } else { EXTENSIBLE_ENUM }
    }

    /// The list as a change shows it.
    pub fn shown(&self) -> String {
        shown(self.node)
    }
}

/// Returns what it means to source code that a value is in one list and not in the other: `level` if
/// it is a variant of the enum that both become.
pub fn of_variants<'d>(
    pair: &ObjectPair<'d>,
    own: &ValueList<'d>,
    other: &ValueList<'d>,
    level: Level,
) -> impl Fn(Node<'d>) -> Level {
    let known: HashSet<String> = other.variants().into_values().collect();
    let variants = own.variants();
    let are_enums = is_enum(&pair.base) && is_enum(&pair.head);
    move |value| match variants.get(&value) {
        Some(variant) if are_enums && !known.contains(variant) => level,
        _ => Level::None,
    }
}
