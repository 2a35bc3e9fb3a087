//! The values of a document in flat lists, in the order in which they are written.
//!
//! A node is followed by the nodes inside it, so a subtree is a range and a child's next sibling
//! is the end of the child's range. Nothing owns anything else: dropping a tree of any depth frees
//! four lists.

use crate::{
    hint::{Hint, Hints},
    index::Index,
    parse_diagnostic::Span,
};

/// The place of a node in [`Tree::nodes`].
pub(crate) type Id = u32;

/// "None" where an [`Id`] or the number of a key is expected.
pub(crate) const NONE: u32 = u32::MAX;

/// All values of one document.
pub(crate) struct Tree<'s> {
    pub source: &'s str,
    /// Strings that are not written in the source as they read: escaped, folded or indented.
    pub decoded: String,
    pub nodes: Vec<Raw>,
    pub keys: Vec<Key>,
    pub index: Index,
}

/// One value.
#[derive(Clone, Copy)]
pub(crate) struct Raw {
    pub span: Span,
    /// The object or array around this value; `NONE` for the root.
    pub parent: Id,
    /// The number of its key; `NONE` outside objects.
    pub key: u32,
    /// What tells its key from most others without reading it.
    pub hint: Hint,
    pub shape: Shape,
}

/// What a value is; `end` is the [`Id`] after the last node inside it.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    Null,
    Bool(bool),
    Number(Text),
    String(Text),
    Array { len: u32, end: Id },
    Object { len: u32, end: Id, hints: Hints },
}

/// The key of a member.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub span: Span,
    pub text: Text,
}

/// A string, as offsets into the source; those past its end go on in [`Tree::decoded`].
#[derive(Clone, Copy)]
pub(crate) struct Text {
    pub start: u32,
    pub end: u32,
}

impl Tree<'_> {
    pub fn text(&self, text: Text) -> &str {
        let (start, end) = (text.start as usize, text.end as usize);
        match start.checked_sub(self.source.len()) {
            Some(start) => &self.decoded[start..end - self.source.len()],
            None => &self.source[start..end],
        }
    }

    /// The key of a node, empty outside objects.
    pub fn key(&self, id: Id) -> &str {
        self.keys.get(self.nodes[id as usize].key as usize).map_or("", |key| self.text(key.text))
    }

    /// The node after `id` and all that is inside it.
    pub fn after(&self, id: Id) -> Id {
        match self.nodes[id as usize].shape {
            Shape::Array { end, .. } | Shape::Object { end, .. } => end,
            _ => id + 1,
        }
    }

    /// How many objects and arrays are at most inside one another here, itself included.
    pub fn height(&self, id: Id) -> usize {
        let mut ends = Vec::new();
        let mut height = 0;
        for inner in id..self.after(id) {
            while ends.last().is_some_and(|&end| end <= inner) {
                ends.pop();
            }
            if let Shape::Array { end, .. } | Shape::Object { end, .. } =
                self.nodes[inner as usize].shape
            {
                ends.push(end);
                height = height.max(ends.len());
            }
        }
        height
    }

    /// The values directly inside an object or array. What is in an object without a key was merged
    /// into it, and its members are there as well.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        let is_array = matches!(self.nodes[id as usize].shape, Shape::Array { .. });
        let (mut next, end) = (id + 1, self.after(id));
        std::iter::from_fn(move || {
            while next < end {
                let child = next;
                next = self.after(child);
                if is_array || self.nodes[child as usize].key != NONE {
                    return Some(child);
                }
            }
            None
        })
    }

    /// A value and all that are inside it. What was merged into an object is only there as its members.
    pub fn descendants(&self, id: Id) -> impl Iterator<Item = Id> {
        let (mut next, end) = (id, self.after(id));
        std::iter::from_fn(move || {
            while next < end && next != id && self.is_merged(next) {
                next = self.after(next);
            }
            let found = (next < end).then_some(next);
            next += 1;
            found
        })
    }

    /// Whether a value is not a member of the object around it, because `<<` merges it there.
    fn is_merged(&self, id: Id) -> bool {
        let node = &self.nodes[id as usize];
        let is_object = |id: Id| matches!(self.nodes[id as usize].shape, Shape::Object { .. });
        node.key == NONE && node.parent != NONE && is_object(node.parent)
    }

    /// The first member of that key. Inlined, so that the hint of a key which is a constant is one, too.
    #[inline]
    pub fn member(&self, object: Id, key: &str) -> Option<Id> {
        match self.nodes[object as usize].shape {
            Shape::Object { hints, .. } if hints.may_contain(Hint::of(key)) => {
                self.search(object, key)
            }
            _ => None,
        }
    }

    fn search(&self, object: Id, key: &str) -> Option<Id> {
        match self.nodes[object as usize].shape {
            Shape::Object { len, .. } if Index::covers(len) => self.index.find(self, object, key),
            _ => {
                let hint = Hint::of(key);
                let may = |child: &Id| self.nodes[*child as usize].hint == hint;
                self.children(object).filter(may).find(|&child| self.key(child) == key)
            }
        }
    }
}

impl Shape {
    /// The shape of a copy, so many nodes further on.
    pub fn moved(self, delta: Id) -> Shape {
        match self {
            Shape::Array { len, end } => Shape::Array { len, end: end + delta },
            Shape::Object { len, end, hints } => Shape::Object { len, end: end + delta, hints },
            scalar => scalar,
        }
    }
}
