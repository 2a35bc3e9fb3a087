//! What each object of a document is.

use std::collections::HashMap;

use spec::{Document, Entry, Node, RefErrorKind};

use super::by_node::{NodeMap, NodeSet};
use super::files;
use super::spelling::Spelling;
use spec::{FieldType as Type, Object, ObjectKind as Kind};

/// The objects of a document, and what does not fit the specification's table of them.
///
/// Every object is here once: by its place, or if it has none that OpenAPI knows, as what the
/// first reference to it expects.
pub struct ObjectIndex<'d> {
    pub(super) documents: &'d [Document<'d>],
    /// The documents by the names of their files.
    pub(super) by_name: HashMap<String, &'d Document<'d>>,
    pub(super) objects: NodeMap<'d, &'static Object>,
    pub(super) by_kind: Vec<Vec<Node<'d>>>,
    /// What the chain of references of each object with a `$ref` ends at.
    pub(super) targets: NodeMap<'d, Result<Node<'d>, RefErrorKind>>,
    /// Every use of `$ref` where OpenAPI allows one.
    pub references: Vec<Reference<'d>>,
    /// Objects with a `$ref` where OpenAPI allows none, and what their place holds.
    pub misplaced_references: Vec<(Node<'d>, Type)>,
    /// The same objects.
    pub(super) replaced: NodeSet<'d>,
    /// Fields that their object does not have.
    pub unknown_fields: Vec<(Entry<'d>, &'static Object)>,
    /// Values that are not what their field holds.
    pub type_mismatches: Vec<(Node<'d>, Type)>,
    /// Suggests names for misspelt ones.
    pub spelling: Spelling,
}

/// A `$ref`.
#[derive(Clone, Debug)]
pub struct Reference<'d> {
    /// The object that has the `$ref`.
    pub node: Node<'d>,
    /// What the place wants.
    pub expects: Kind,
    /// What the chain of references ends at.
    pub target: Result<Node<'d>, RefErrorKind>,
}

impl<'d> ObjectIndex<'d> {
    /// The line of a value.
    pub fn line(&self, node: Node) -> u32 {
        node.document().position(node.span().start).line
    }

    /// The document that was asked about.
    pub fn document(&self) -> &'d Document<'d> {
        &self.documents[0]
    }

    /// That document, and the files that it refers to.
    pub fn documents(&self) -> &'d [Document<'d>] {
        self.documents
    }

    /// The position of the document of a value among the documents.
    pub fn number_of(&self, node: Node) -> usize {
        let is_around = |known: &Document| std::ptr::addr_eq(known, node.document());
        self.documents.iter().position(is_around).unwrap_or_default()
    }

    /// All objects of a kind, in the order of the walk.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = Node<'d>> {
        self.by_kind[kind as usize].iter().copied()
    }

    /// All objects, by kind.
    pub fn objects(&self) -> impl Iterator<Item = (Node<'d>, &'static Object)> {
        let of_kind = |kind| self.all(kind).map(move |node| (node, Object::of(kind, node)));
        Kind::ALL.into_iter().flat_map(of_kind)
    }

    /// The value of a field, if the object is one that has such a field.
    pub fn field(&self, node: Node<'d>, name: &str) -> Option<Node<'d>> {
        let value = node.get(name)?;
        self.objects.get(&node)?.field(name).map(|_| value)
    }

    /// What an object is.
    pub fn kind(&self, node: Node) -> Option<Kind> {
        self.objects.get(&node).map(|object| object.kind)
    }

    /// The object of the specification around a value.
    pub fn owner(&self, node: Node<'d>) -> Option<(Node<'d>, Kind)> {
        let mut node = node;
        loop {
            node = node.parent()?;
            if let Some(kind) = self.kind(node) {
                return Some((node, kind));
            }
        }
    }

    /// Whether a `$ref` replaces the value where OpenAPI allows none, so that what is meant to be in
    /// it is not known.
    pub fn is_replaced(&self, node: Node<'d>) -> bool {
        self.replaced.contains(&node)
    }

    /// Whether a `$ref` replaces the value at a pointer, or what is around it.
    pub fn is_replaced_at(&self, document: &'d Document<'d>, pointer: &str) -> bool {
        let slashes = pointer.match_indices('/').map(|(slash, _)| slash);
        let mut ends = slashes.chain([pointer.len()]);
        ends.any(|end| document.at(&pointer[..end]).is_some_and(|node| self.is_replaced(node)))
    }

    /// The text of a field that has a list of allowed values, if it is one of them: rules need not
    /// judge what another rule reports as misspelt.
    pub fn choice(&self, node: Node<'d>, field: &str) -> Option<&'d str> {
        let text = node.get(field)?.as_str()?;
        match self.objects.get(&node)?.field(field)?.holds {
            Type::OneOf(values) if values.contains(&text) => Some(text),
            _ => None,
        }
    }

    /// The value itself, or what its chain of references ends at.
    pub fn resolve(&self, node: Node<'d>) -> Option<Node<'d>> {
        match node.get("$ref") {
            None => Some(node),
            Some(_) => self.targets.get(&node)?.as_ref().ok().copied(),
        }
    }

    /// What a text that is a reference leads to, seen from a place.
    pub fn follow(&self, from: Node<'d>, text: &str) -> Result<Node<'d>, RefErrorKind> {
        match text.find('#') {
            Some(0) => from.document().follow(text),
            None if text.is_empty() => Ok(from.document().root()),
            hash => {
                let (file, fragment) = text.split_at(hash.unwrap_or(text.len()));
                let name = files::beside(from.document().source().name(), file);
                let name = name.ok_or(RefErrorKind::Url)?;
                let document = self.by_name.get(&name).ok_or(RefErrorKind::File)?;
                if fragment.is_empty() { Ok(document.root()) } else { document.follow(fragment) }
            }
        }
    }
}
