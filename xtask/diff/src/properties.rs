//! The properties of a schema.

use std::collections::HashMap;

use spec::Node;

use super::context::{Context, Transmission};
use super::location::Location;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;

/// The properties of a schema, those of one name together.
pub struct Properties<'d> {
    pub list: Vec<(&'d str, Vec<Node<'d>>)>,
    positions: HashMap<&'d str, usize>,
    /// Where each required property is first said to be so.
    required: HashMap<&'d str, Node<'d>>,
}

pub fn properties<'d>(object: &ResolvedObject<'d>) -> Properties<'d> {
    let required = object.all("required").flat_map(Node::items);
    let mut required: Vec<_> = required.filter_map(|item| Some((item.as_str()?, item))).collect();
    required.reverse();
    let required = required.into_iter().collect();
    let mut properties = Properties { list: Vec::new(), positions: HashMap::new(), required };
    for entry in object.all("properties").flat_map(Node::entries) {
        let new = properties.list.len();
        let position = *properties.positions.entry(entry.key).or_insert(new);
        if position == new {
            properties.list.push((entry.key, Vec::new()));
        }
        properties.list[position].1.push(entry.value);
    }
    properties
}

impl<'d> Properties<'d> {
    pub fn get(&self, name: &str) -> Option<&Vec<Node<'d>>> {
        Some(&self.list[*self.positions.get(name)?].1)
    }

    /// Whether a property is required.
    pub fn requires(&self, name: &str) -> bool {
        self.required.contains_key(name)
    }

    /// Where a property is said to be required.
    pub fn requirement(&self, name: &str) -> Option<Node<'d>> {
        self.required.get(name).copied()
    }

    /// The names of the required properties, in the order of their letters.
    pub fn required(&self) -> Vec<&'d str> {
        let mut names: Vec<_> = self.required.keys().copied().collect();
        names.sort_unstable();
        names
    }

    /// Those that only one of two schemas has.
    pub fn without<'s>(
        &'s self,
        other: &'s Properties<'d>,
    ) -> impl Iterator<Item = &'s (&'d str, Vec<Node<'d>>)> {
        self.list.iter().filter(|(name, _)| !other.positions.contains_key(name))
    }
}

/// Whether an object can have no properties but the named ones.
pub fn is_closed(schema: &ResolvedObject) -> bool {
    schema.all("additionalProperties").any(|value| value.as_bool() == Some(false))
}

/// How a property is reached: in one direction some do not travel.
pub fn context_of(context: Context, property: &ResolvedObject) -> Context {
    let hidden = if context.is_request() { "readOnly" } else { "writeOnly" };
    let transmission =
        if property.is_true(hidden) { Transmission::Never } else { context.transmission };
    Context { transmission, ..context }
}

/// What a change of a property is about.
pub fn subject(object: &Properties, name: &str) -> String {
    let required = if object.requires(name) { "required" } else { "optional" };
    format!("{required} property `{name}`")
}

/// Where a property is said to be required, or is not.
pub fn requirement_locations<'d>(
    pair: &ObjectPair<'d>,
    (was, is): (&Properties<'d>, &Properties<'d>),
    name: &str,
) -> (Location<'d>, Location<'d>) {
    let location = |object: &ResolvedObject<'d>, properties: &Properties<'d>| {
        properties.requirement(name).map_or(Location::missing_in(object.anchor()), Location::at)
    };
    (location(&pair.base, was), location(&pair.head, is))
}
