//! The Rust type of a choice: the alternatives together become one type.

use std::collections::{BTreeSet, HashSet};

use mapping::{pascal, snake};
use spec::Node;

use super::extending::is_base;
use super::impact::Level;
use super::matched::Matched;
use super::pairs::ChoicePair;
use super::properties::properties;
use super::resolved_object::ResolvedObject;
use super::rust_type::RustChange;
use super::value_list::ValueList;

/// How many schemas in the alternatives of a choice are searched for names. Beyond that, choices in
/// choices count as without names.
const MAX_NESTED: usize = 256;

/// Names in Rust.
pub type Names = BTreeSet<String>;

/// Returns the names of the fields and variants of a schema, those of its alternatives included.
pub fn members<'d>(schema: &ResolvedObject<'d>) -> Names {
    members_of([schema.clone()])
}

/// Returns the names of the fields and variants of all alternatives of a choice.
pub fn members_of_choice(choice: Node) -> Names {
    members_of(choice.items().map(|one| ResolvedObject::schema(one, [one])))
}

fn members_of<'d>(schemas: impl IntoIterator<Item = ResolvedObject<'d>>) -> Names {
    let mut names = Names::new();
    let mut open = Vec::new();
    schemas.into_iter().for_each(|schema| open.extend(add_members(&schema, &mut names)));
    let limit = open.len() + MAX_NESTED;
    let mut known = HashSet::new();
    let mut next = 0;
    while let Some(&one) = open.get(next) {
        next += 1;
        if known.insert(one.resolve().unwrap_or(one)) {
            let inner = add_members(&ResolvedObject::schema(one, [one]), &mut names);
            let room = limit.saturating_sub(open.len());
            open.extend(inner.into_iter().take(room));
        }
    }
    names
}

/// Adds the names of a schema, and returns its alternatives, which have others.
fn add_members<'d>(schema: &ResolvedObject<'d>, names: &mut Names) -> Vec<Node<'d>> {
    names.extend(properties(schema).list.iter().map(|(name, _)| snake(name)));
    let values = ValueList::of(schema).map(|list| list.values).unwrap_or_default();
    names.extend(values.into_iter().filter_map(Node::as_str).map(pascal));
    schema.choices().flat_map(Node::items).collect()
}

/// Returns what each alternative means to source code that only one choice has: `level` if it adds
/// a field or a variant which the `other` choice does not have.
pub fn judge<'d>(
    pair: &ChoicePair<'d>,
    other: Node<'d>,
    level: Level,
) -> impl Fn(Node<'d>) -> Level {
    let of_type = pair.rust.as_ref().map(RustChange::level);
    // Who builds a request must give what all alternatives require.
    let is_sent = pair.context.is_request() && !pair.context.text;
    let is_built_otherwise = is_sent && required(pair.base) != required(pair.head);
    let of_type = of_type.or(is_built_otherwise.then_some(Level::Breaking));
    let own_list = if other == pair.base { pair.head } else { pair.base };
    let known = match is_choice(other) {
        true => members_of_choice(other),
        false => members_of_base(pair, other),
    };
    move |alternative| {
        let own = ResolvedObject::schema(alternative, [alternative]);
        // What only the `mapping` of a base names is a type of its own.
        let is_mapped = is_base(own_list) && !own.parts().contains(&own_list);
        let has_new = || members(&own).iter().any(|name| !known.contains(name));
        of_type.unwrap_or_else(|| if !is_mapped && has_new() { level } else { Level::None })
    }
}

/// Returns the names of a schema that has no list of alternatives, and of what extends it.
fn members_of_base<'d>(pair: &ChoicePair<'d>, base: Node<'d>) -> Names {
    let Matched { matched, removed, added } = &pair.alternatives;
    let all = matched.iter().flat_map(|(one, other)| [one, other]).chain(removed).chain(added);
    let of_base = all.filter(|node| std::ptr::eq(node.document(), base.document()));
    members_of([&base].into_iter().chain(of_base).map(|&one| ResolvedObject::schema(one, [one])))
}

fn is_choice(node: Node) -> bool {
    node.is_array() && matches!(node.key(), Some("oneOf" | "anyOf"))
}

/// Returns the names of the properties that every alternative requires.
pub fn required(choice: Node) -> Names {
    let of_one = |one: Node| -> Names {
        let schema = ResolvedObject::schema(one, [one]);
        properties(&schema).required().into_iter().map(snake).collect()
    };
    let all = if is_choice(choice) { choice.items().collect() } else { vec![choice] };
    let all = all.into_iter().map(of_one);
    all.reduce(|one, other| one.intersection(&other).cloned().collect()).unwrap_or_default()
}
