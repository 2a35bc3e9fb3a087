//! A value of a document.

use std::fmt;

use crate::{
    document::Document,
    hint::Hint,
    parse_diagnostic::Span,
    tree::{Id, Raw, Shape},
};

/// A value with its place; as cheap to copy as a reference.
///
/// Two nodes are equal if they are the same value of the same document, not if they have equal text.
#[derive(Clone, Copy)]
pub struct Node<'d> {
    pub(crate) document: &'d Document<'d>,
    pub(crate) id: Id,
}

/// The types of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`, or nothing at all after a key.
    Null,
    /// `true` or `false`.
    Bool,
    /// Any number.
    Number,
    /// Text.
    String,
    /// A list of values.
    Array,
    /// Members with keys.
    Object,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'d> {
    /// The key as it reads.
    pub key: &'d str,
    /// The key as it is written, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node<'d>,
}

impl<'d> Node<'d> {
    /// Returns the JSON type of the value.
    pub fn kind(self) -> Kind {
        match self.raw().shape {
            Shape::Null => Kind::Null,
            Shape::Bool(_) => Kind::Bool,
            Shape::Number(_) => Kind::Number,
            Shape::String(_) => Kind::String,
            Shape::Array { .. } => Kind::Array,
            Shape::Object { .. } => Kind::Object,
        }
    }

    /// Returns whether this is an object.
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// Returns whether this is an array.
    pub fn is_array(self) -> bool {
        self.kind() == Kind::Array
    }

    /// Returns the member with this key, the first one if the key is repeated.
    #[inline]
    pub fn get(self, key: &str) -> Option<Node<'d>> {
        self.document.tree.member(self.id, key).map(|id| self.at(id))
    }

    /// Returns the members of an object in the order of the document; none for any other type.
    pub fn entries(self) -> impl Iterator<Item = Entry<'d>> + use<'d> {
        let tree = &self.document.tree;
        self.children(Kind::Object).map(move |value| Entry {
            key: tree.key(value.id),
            key_span: value.key_span().unwrap_or_default(),
            value,
        })
    }

    /// Returns the items of an array; none for any other type.
    pub fn items(self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        self.children(Kind::Array)
    }

    /// Returns this value and all values inside it, in the order of the document.
    pub fn descendants(self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        self.document.tree.descendants(self.id).map(move |id| self.at(id))
    }

    /// Returns the number of members or items; 0 for any other type.
    pub fn len(self) -> usize {
        match self.raw().shape {
            Shape::Array { len, .. } | Shape::Object { len, .. } => len as usize,
            _ => 0,
        }
    }

    /// Returns whether the value has no members and no items.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns where the value is written: quotes and brackets included, tags and anchors not.
    ///
    /// A block ends with the last value in it. An absent value is an empty span after the `:` or
    /// `-`. An aliased value is its alias, while the values inside it are where they are written.
    pub fn span(self) -> Span {
        self.raw().span
    }

    /// Returns the first line of this value, which may be long.
    pub fn first_line(self) -> Span {
        let Span { start, end } = self.span();
        let text = self.document.source().text().get(start as usize..end as usize);
        let line = text.and_then(|text| text.lines().next()).unwrap_or_default();
        Span { start, end: start + line.len() as u32 }
    }

    /// Returns where the key of this value is written, if it is a member of an object.
    pub fn key_span(self) -> Option<Span> {
        self.document.tree.keys.get(self.raw().key as usize).map(|key| key.span)
    }

    /// Returns the key of this value, if it is a member of an object.
    pub fn key(self) -> Option<&'d str> {
        let tree = &self.document.tree;
        tree.keys.get(self.raw().key as usize).map(|key| tree.text(key.text))
    }

    /// Returns whether this value is a member of that key.
    #[inline]
    pub fn is_at_key(self, key: &str) -> bool {
        self.raw().hint == Hint::of(key) && self.key() == Some(key)
    }

    /// Returns the object or array that contains this value.
    pub fn parent(self) -> Option<Node<'d>> {
        (self.id != 0).then(|| self.at(self.raw().parent))
    }

    /// Returns the document of this value.
    pub fn document(self) -> &'d Document<'d> {
        self.document
    }

    pub(crate) fn raw(self) -> &'d Raw {
        &self.document.tree.nodes[self.id as usize]
    }

    fn at(self, id: Id) -> Node<'d> {
        Node { id, ..self }
    }

    fn children(self, kind: Kind) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let children = (self.kind() == kind).then(|| self.document.tree.children(self.id));
        children.into_iter().flatten().map(move |id| self.at(id))
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::addr_eq(self.document, other.document)
    }
}

impl Eq for Node<'_> {}

impl std::hash::Hash for Node<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Node({:?}, {:?})", self.pointer(), self.kind())
    }
}
