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
    restrict(&mut properties, object);
    properties
}

/// Takes away what a closed part does not name, and adds what a part says of what it does not name.
fn restrict<'d>(properties: &mut Properties<'d>, object: &ResolvedObject<'d>) {
    // A part alone names all that it knows.
    if object.parts().len() == 1 || object.get("additionalProperties").is_none() {
        return;
    }
    let rest = |part: &Node<'d>| Some((*part, part.get("additionalProperties")?));
    let rests: Vec<_> = object.parts().iter().filter_map(rest).collect();
    let is_closed = |rest: Node| rest.as_bool() == Some(false);
    let closed: Vec<_> = rests.iter().filter(|(_, rest)| is_closed(*rest)).collect();
    let named = closed.iter().filter_map(|(part, _)| part.get("properties"));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    named.flat_map(Node::entries).for_each(|entry| *counts.entry(entry.key).or_default() += 1);
    let is_named = |name: &str| counts.get(name).copied().unwrap_or_default() == closed.len();
    properties.list.retain(|(name, _)| is_named(name));
    let own = |part: Node<'d>, name: &str| part.get("properties")?.get(name);
    let typed = rests.into_iter().filter(|(_, rest)| rest.is_object() && !rest.is_empty());
    for (part, rest) in typed.take(MAX_RESTS) {
        let others = properties.list.iter_mut().filter(|(name, _)| own(part, name).is_none());
        others.for_each(|(_, written)| written.push(rest));
    }
    let positions = properties.list.iter().enumerate();
    properties.positions = positions.map(|(position, (name, _))| (*name, position)).collect();
}

/// How many parts of a schema are looked at for the type of what they do not name.
pub const MAX_RESTS: usize = 64;

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

/// What the properties that have no name may be.
pub enum Rest<'d> {
    /// There are none.
    None,
    /// What all of these schemas allow.
    Typed(Vec<Node<'d>>),
    Any,
}

impl<'d> Rest<'d> {
    pub fn of(schema: &ResolvedObject<'d>) -> Self {
        let says_nothing =
            |value: &Node| value.as_bool() == Some(true) || value.is_object() && value.is_empty();
        if is_closed(schema) {
            return Self::None;
        }
        let typed: Vec<_> =
            schema.all("additionalProperties").filter(|value| !says_nothing(value)).collect();
        if typed.is_empty() { Self::Any } else { Self::Typed(typed) }
    }
}

/// How many properties may be compared with what a schema says of those that it does not name. More
/// than that count as different: both numbers could grow with the document.
const MAX_COMPARED: usize = 50_000;

impl Rest<'_> {
    /// How many properties are compared with the schemas of the rest; none if there are no schemas.
    pub fn compared(&self) -> Option<usize> {
        let Self::Typed(written) = self else { return None };
        let around = written.first().copied()?;
        let object = ResolvedObject::schema(around, written.iter().copied());
        let named: usize = object.all("properties").map(Node::len).sum();
        Some(MAX_COMPARED / (named + 1))
    }

    /// How much is allowed, compared with others.
    pub fn rank(&self) -> u8 {
        match self {
            Self::None => 0,
            Self::Typed(_) => 1,
            Self::Any => 2,
        }
    }
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
