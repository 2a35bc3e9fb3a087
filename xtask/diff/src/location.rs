//! A place in a document.

use spec::Node;

/// The location of a value, or of the object that lacks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Location<'d> {
    /// The value.
    pub node: Node<'d>,
    /// Whether it is there; else `node` is what is around it.
    pub present: bool,
}

impl<'d> Location<'d> {
    /// Returns the location of a value.
    pub fn at(node: Node<'d>) -> Self {
        Self { node, present: true }
    }

    /// Returns the location of what is missing in a value.
    pub fn missing_in(node: Node<'d>) -> Self {
        Self { node, present: false }
    }

    /// Returns the location of something that is missing here.
    pub fn around(self) -> Self {
        Self { present: false, ..self }
    }
}
