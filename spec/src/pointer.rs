//! JSON pointers (RFC 6901) into a document.

use std::borrow::Cow;

use crate::{document::Document, node::Node};

impl<'s> Document<'s> {
    /// Returns the value at a JSON pointer: `/paths/~1apps/get`.
    pub fn at(&self, pointer: &str) -> Option<Node<'_>> {
        self.root().at_pointer(pointer).ok()
    }
}

impl<'d> Node<'d> {
    /// Returns the JSON pointer of this value; empty for the root.
    pub fn pointer(self) -> String {
        let mut steps = Vec::new();
        let mut node = self;
        while let Some(parent) = node.parent() {
            steps.push(match node.key() {
                Some(key) => Cow::Borrowed(key),
                None => Cow::Owned(parent.index_of(node).to_string()),
            });
            node = parent;
        }
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            pointer.push('/');
            pointer.push_str(&pointer_token(step));
        }
        pointer
    }

    fn index_of(self, item: Node<'d>) -> usize {
        match self.len() {
            // Most arrays are short, and most documents have no other.
            ..64 => self.items().take_while(|&other| other != item).count(),
            _ => self.document().ordinal(item.id) as usize,
        }
    }

    /// The value at a pointer from here, or the pointer up to the first step that does not exist.
    pub(crate) fn at_pointer(self, pointer: &str) -> Result<Node<'d>, &str> {
        let mut node = self;
        let mut end = 0;
        while end < pointer.len() {
            let rest = pointer[end..].strip_prefix('/').ok_or(pointer)?;
            let step = rest.split('/').next().unwrap_or(rest);
            end += 1 + step.len();
            node = node.step(&pointer_key(step)).ok_or(&pointer[..end])?;
        }
        Ok(node)
    }

    fn step(self, step: &str) -> Option<Node<'d>> {
        if self.is_object() {
            return self.get(step);
        }
        let canonical = step == "0" || !step.starts_with(['0', '+']);
        let index = step.parse().ok().filter(|_| canonical)?;
        self.items().nth(index)
    }
}

/// Returns a key as one token of a JSON pointer.
///
/// ```
/// assert_eq!(spec::pointer_token("a/b"), "a~1b");
/// ```
pub fn pointer_token(key: &str) -> Cow<'_, str> {
    match key.contains(['~', '/']) {
        true => Cow::Owned(key.replace('~', "~0").replace('/', "~1")),
        false => Cow::Borrowed(key),
    }
}

/// Returns the key of a token of a JSON pointer.
///
/// ```
/// assert_eq!(spec::pointer_key("a~1b"), "a/b");
/// ```
pub fn pointer_key(step: &str) -> Cow<'_, str> {
    match step.contains('~') {
        true => Cow::Owned(step.replace("~1", "/").replace("~0", "~")),
        false => Cow::Borrowed(step),
    }
}
