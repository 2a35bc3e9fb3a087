//! An object with its references resolved and, for a schema, all that it combines.

use std::collections::HashSet;

use spec::Node;

use super::location::Location;

/// An object, or the objects that together are one schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResolvedObject<'d> {
    /// Where it is, or where it would be if it were there.
    anchor: Node<'d>,
    parts: Vec<Node<'d>>,
}

impl<'d> ResolvedObject<'d> {
    /// An object with all that is in it.
    pub fn object(node: Node<'d>) -> Self {
        Self { anchor: node, parts: vec![node] }
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
        Self { anchor: parts.first().copied().unwrap_or(around), parts }
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

    /// Every value of a keyword.
    pub fn all(&self, key: &str) -> impl Iterator<Item = Node<'d>> {
        self.parts.iter().filter_map(move |part| part.get(key))
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
        let [part] = self.parts.as_slice() else { return None };
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
