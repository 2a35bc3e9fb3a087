//! The pairs of objects of the same kind that are compared.

use std::borrow::Cow;
use std::rc::Rc;

use spec::{Node, ObjectKind, Operation};

use super::context::{Allowed, Context};
use super::impact::Level;
use super::location::Location;
use super::matched::Matched;
use super::members::text;
use super::resolved_object::ResolvedObject;
use super::rust_type::RustChange;
use super::schemas::referenced;
use super::security::Schemes;

/// Two objects.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ObjectPair<'d> {
    pub kind: ObjectKind,
    /// Whether they are schemas of types that have no value in common, so that nothing else of them
    /// can be compared.
    pub replaced: bool,
    pub base: ResolvedObject<'d>,
    pub head: ResolvedObject<'d>,
    pub context: Context,
    /// How the types in Rust differ, if they are schemas.
    pub rust: Option<RustChange>,
}

impl<'d> ObjectPair<'d> {
    /// Returns two responses that are compared for themselves.
    pub fn responses(base: Node<'d>, head: Node<'d>) -> Self {
        let (base, head) = (ResolvedObject::object(base), ResolvedObject::object(head));
        let context = Context::of(spec::Direction::Response);
        Self { kind: ObjectKind::Response, replaced: false, base, head, context, rust: None }
    }

    /// Returns the locations of a keyword in both documents.
    pub fn locations_of(&self, key: &str) -> (Location<'d>, Location<'d>) {
        (self.base.location_of(key), self.head.location_of(key))
    }

    /// Whether they are schemas of which all can be compared.
    pub fn is_schema(&self) -> bool {
        self.kind == ObjectKind::Schema && !self.replaced
    }

    /// Whether they are part of what is sent in one direction.
    pub fn is_transmitted(&self) -> bool {
        use ObjectKind::{Components, OpenApi, Operation, PathItem};
        !matches!(self.kind, OpenApi | Components | PathItem | Operation)
    }

    /// What another type in Rust means to source code.
    pub fn type_level(&self) -> Level {
        self.rust.as_ref().map_or(Level::None, |change| change.type_level)
    }

    /// Whether both schemas have a choice.
    pub fn has_choices(&self) -> bool {
        self.base.choices().zip(self.head.choices()).next().is_some()
    }

    pub fn locations(&self) -> (Location<'d>, Location<'d>) {
        (self.base.location(), self.head.location())
    }
}

/// Two operations.
#[derive(Clone, Debug)]
pub struct OperationPair<'d> {
    pub base: Operation<'d>,
    pub head: Operation<'d>,
    pub context: Context,
    /// Parameters of the path by where they stand in it, others by name.
    pub parameters: Matched<Node<'d>>,
    pub schemes: Rc<Schemes<'d>>,
    /// Responses that only one of the operations has, where the other has a more general one.
    pub covered: Vec<Covered<'d>>,
}

/// Two responses for the same status. One of them is for more statuses than the other.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'d> {
    pub base: (&'d str, Node<'d>),
    pub head: (&'d str, Node<'d>),
    /// Whether the new response has no content that the old one does not allow.
    pub adds_none: bool,
}

impl<'d> OperationPair<'d> {
    /// What counts in the other document for a response that only one document has.
    pub fn covered(&self, response: Node<'d>) -> Option<&Covered<'d>> {
        self.covered.iter().find(|pair| pair.base.1 == response || pair.head.1 == response)
    }
}

/// Two lists of alternatives, or two bases with a `discriminator` that stand for what extends them.
#[derive(Clone, Debug)]
pub struct ChoicePair<'d> {
    pub base: Node<'d>,
    pub head: Node<'d>,
    pub context: Context,
    pub alternatives: Matched<Node<'d>>,
    /// Those in only one document that share values with another one of the same `oneOf`.
    pub overlapping: Vec<Node<'d>>,
    /// How the types in Rust of the schemas differ.
    pub rust: Option<RustChange>,
}

impl ChoicePair<'_> {
    /// What an alternative that only one document has does to the allowed values.
    pub fn allowed(&self, alternative: Node, alone: Allowed) -> Allowed {
        // Values that fit two alternatives of `oneOf` are refused.
        if self.overlapping.contains(&alternative) { Allowed::Other } else { alone }
    }
}

/// Two references to schemas of different names.
#[derive(Clone, Copy, Debug)]
pub struct ReferencePair<'d> {
    pub base: Node<'d>,
    pub head: Node<'d>,
    pub context: Context,
    /// What the other type in Rust means to source code.
    pub source: Level,
}

impl<'d> ReferencePair<'d> {
    pub fn names(&self) -> Option<(String, String)> {
        let name = |reference| referenced(reference).map(Cow::into_owned);
        name(self.base).zip(name(self.head))
    }

    /// Whether neither document has the name of the other.
    pub fn is_renaming(&self) -> bool {
        let unknown = |reference: Node, other: Node| {
            other.document().follow(text(reference, "$ref")).is_err()
        };
        unknown(self.base, self.head) && unknown(self.head, self.base)
    }

    /// Whether one only wraps the other, as an alias does.
    pub fn is_wrapping(&self) -> bool {
        let wraps = |reference: Node<'d>, other: Node<'d>| {
            let to = text(other, "$ref");
            let inner = reference.document().follow(to).ok().and_then(|node| node.resolve().ok());
            inner.is_some_and(|inner| {
                ResolvedObject::schema(reference, [reference]).parts().contains(&inner)
            })
        };
        wraps(self.base, self.head) || wraps(self.head, self.base)
    }

    /// What they lead to.
    pub fn targets(&self) -> (Location<'d>, Location<'d>) {
        let target = |reference: Node<'d>| Location::at(reference.resolve().unwrap_or(reference));
        (target(self.base), target(self.head))
    }
}

/// Two values that are compared as a whole.
#[derive(Clone, Copy, Debug)]
pub struct ValuePair<'d> {
    pub base: Node<'d>,
    pub head: Node<'d>,
}
