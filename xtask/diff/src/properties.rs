//! The properties of a schema.

use std::collections::HashMap;

use spec::Node;

use super::resolved_object::Side;

/// The properties of a schema, those of one name together.
pub struct Properties<'d> {
    pub list: Vec<(&'d str, Vec<Node<'d>>)>,
    places: HashMap<&'d str, usize>,
    /// Where each required property is first said to be so.
    required: HashMap<&'d str, Node<'d>>,
}

pub fn properties<'d>(side: &Side<'d>) -> Properties<'d> {
    let required = side.all("required").flat_map(Node::items);
    let mut required: Vec<_> = required.filter_map(|item| Some((item.as_str()?, item))).collect();
    required.reverse();
    let required = required.into_iter().collect();
    let mut properties = Properties { list: Vec::new(), places: HashMap::new(), required };
    for entry in side.all("properties").flat_map(Node::entries) {
        let new = properties.list.len();
        let place = *properties.places.entry(entry.key).or_insert(new);
        if place == new {
            properties.list.push((entry.key, Vec::new()));
        }
        properties.list[place].1.push(entry.value);
    }
    properties
}

impl<'d> Properties<'d> {
    pub fn get(&self, name: &str) -> Option<&Vec<Node<'d>>> {
        Some(&self.list[*self.places.get(name)?].1)
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
        self.list.iter().filter(|(name, _)| !other.places.contains_key(name))
    }
}
