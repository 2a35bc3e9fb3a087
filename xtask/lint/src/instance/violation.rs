//! A part of a value that violates its schema.

use spec::Node;

use crate::rule::Diagnostics;

/// A part of a value that violates its schema.
#[derive(Debug)]
pub struct Violation<'d> {
    pub node: Node<'d>,
    pub message: String,
    /// What to do here, if that of the rule does not fit as well.
    pub help: Option<String>,
    /// Whether the value is meant for another schema: it has another type, or another value where
    /// the schema allows one only.
    pub is_decisive: bool,
}

impl<'d> Violation<'d> {
    pub fn new(node: Node<'d>, message: impl Into<String>) -> Self {
        Self { node, message: message.into(), help: None, is_decisive: false }
    }

    /// Adds it to the diagnostics of a rule.
    pub fn report(self, diagnostics: &mut Diagnostics) {
        match self.help {
            Some(help) => diagnostics.with_help(help).at(self.node, self.message),
            None => diagnostics.at(self.node, self.message),
        }
    }

    /// A violation that was reported already when another alternative was probed.
    pub fn again(node: Node<'d>) -> Self {
        Self::new(node, "")
    }
}
