//! An object with its references resolved and, for a schema, all that it combines.

use std::collections::HashSet;

use spec::Node;

use super::json_types::Types;
use super::location::Location;

/// An object, or the objects that together are one schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResolvedObject<'d> {
    /// Where it is, or where it would be if it were there.
    anchor: Node<'d>,
    parts: Vec<Node<'d>>,
    /// The types of the values of a schema. Keywords for other types are as good as absent.
    types: Types,
}

impl<'d> ResolvedObject<'d> {
    /// An object with all that is in it.
    pub fn object(node: Node<'d>) -> Self {
        Self { anchor: node, parts: vec![node], types: Types::ALL }
    }

    /// All that must hold for a value for which the written schemas must hold.
    ///
    /// Follows references, and goes into `allOf` and into a choice of one. So it does not matter
    /// where the parts of a schema are written.
    pub fn schema(around: Node<'d>, written: impl IntoIterator<Item = Node<'d>>) -> Self {
        let mut open: Vec<Node> = written.into_iter().collect();
        open.reverse();
        let (mut parts, mut seen) = (Vec::with_capacity(1), HashSet::new());
        while let Some(node) = open.pop() {
            let node = resolved(node).unwrap_or_else(|lost| lost);
            if !parts.is_empty() && (parts[0] == node || !seen.insert(node)) {
                continue;
            }
            parts.push(node);
            for key in ["allOf", "oneOf", "anyOf"] {
                let members = node.get(key).filter(|list| key == "allOf" || list.len() == 1);
                let at = open.len();
                open.extend(members.into_iter().flat_map(Node::items));
                open[at..].reverse();
            }
        }
        Self::of_parts(parts.first().copied().unwrap_or(around), parts)
    }

    /// Returns this schema with all that another one says, too.
    pub fn with(&self, other: &Self) -> Self {
        let known: HashSet<_> = self.parts.iter().copied().collect();
        let new = other.parts.iter().filter(|part| !known.contains(part));
        Self::of_parts(self.anchor, self.parts.iter().chain(new).copied().collect())
    }

    fn of_parts(anchor: Node<'d>, parts: Vec<Node<'d>>) -> Self {
        let types = parts.iter().filter_map(|part| part.get("type"));
        let types = types.map(Types::named).fold(Types::ALL, Types::and);
        // Of what no value fits, every keyword counts.
        let types = if types.is_empty() { Types::ALL } else { types };
        Self { anchor, parts, types }
    }

    /// Where it is, or what it would be in.
    pub fn anchor(&self) -> Node<'d> {
        self.anchor
    }

    pub fn parts(&self) -> &[Node<'d>] {
        &self.parts
    }

    /// Returns the location of the object.
    pub fn location(&self) -> Location<'d> {
        Location { node: self.anchor, present: !self.parts.is_empty() }
    }

    /// Every value of a keyword that says something about the values.
    pub fn all(&self, key: &str) -> impl Iterator<Item = Node<'d>> {
        let parts = if self.can_apply(key) { self.parts.as_slice() } else { &[] };
        parts.iter().filter_map(move |part| part.get(key))
    }

    /// Whether a keyword can say anything about the values.
    pub fn can_apply(&self, key: &str) -> bool {
        self.types == Types::ALL || self.types.can_apply(key)
    }

    /// The first value of a keyword.
    pub fn get(&self, key: &str) -> Option<Node<'d>> {
        self.all(key).next()
    }

    pub fn text(&self, key: &str) -> Option<&'d str> {
        self.all(key).find_map(Node::as_str)
    }

    /// Whether a keyword is `true` somewhere.
    pub fn is_true(&self, key: &str) -> bool {
        self.all(key).any(|value| value.as_bool() == Some(true))
    }

    /// Returns the location of a keyword.
    pub fn location_of(&self, key: &str) -> Location<'d> {
        self.get(key).map_or(Location::missing_in(self.anchor), Location::at)
    }

    /// A keyword, or the choice with more than one member of it: what is left of a schema when all
    /// that its parts say is looked at.
    pub fn choices(&self) -> impl Iterator<Item = Node<'d>> {
        let lists = ["oneOf", "anyOf"].into_iter().flat_map(|key| self.all(key));
        lists.filter(|list| list.len() > 1)
    }

    /// The choice, if the schema says nothing else.
    pub fn only_choice(&self) -> Option<Node<'d>> {
        // What only wraps the choice says nothing.
        let says = |part: &&Node<'d>| {
            part.entries().any(|entry| entry.key != "allOf" && !is_annotation(entry.key))
        };
        let mut saying = self.parts.iter().filter(says);
        let (Some(part), None) = (saying.next(), saying.next()) else { return None };
        let mut keys = part.entries().filter(|entry| !is_annotation(entry.key));
        let choice = keys.find(|entry| matches!(entry.key, "oneOf" | "anyOf"))?;
        let bare = part.entries().all(|entry| {
            entry.key == choice.key || entry.key == "discriminator" || is_annotation(entry.key)
        });
        (bare && choice.value.len() > 1).then_some(choice.value)
    }
}

/// What a reference leads to; else the reference that leads nowhere.
pub fn resolved(node: Node<'_>) -> Result<Node<'_>, Node<'_>> {
    node.resolve().map_err(|error| error.node.parent().unwrap_or(node))
}

/// Whether a keyword of a schema says nothing about its values.
pub fn is_annotation(key: &str) -> bool {
    let known = matches!(
        key,
        "title"
            | "description"
            | "example"
            | "examples"
            | "externalDocs"
            | "deprecated"
            | "$comment"
    );
    known || (key.starts_with("x-") && key != mapping::extensions::EXTENSIBLE_ENUM)
}
