//! The changes that were found, each of them once.

use std::collections::HashMap;

use spec::Node;

use super::kind::Kind;
use super::kinds::KINDS;
use super::names;
use super::side::Place;
use super::verdict::{Direction, Verdicts};

/// One change.
pub struct Change<'d> {
    /// What kind of change it is.
    pub kind: &'static Kind,
    /// What has changed: `property "name"`.
    pub subject: String,
    /// What it was; nothing if it is new.
    pub was: Option<String>,
    /// What it is; nothing if it is gone.
    pub is: Option<String>,
    /// The place in the old document.
    pub base: Place<'d>,
    /// The place in the new document.
    pub head: Place<'d>,
    /// Whom it breaks.
    pub verdicts: Verdicts,
    /// Where it was met: numbers of the entries of the walk.
    pub owners: Vec<usize>,
    /// The operations that it is in, in the order of the document.
    pub operations: Vec<String>,
    /// Whether it is in more operations than these.
    pub more: bool,
    /// Who sends what changed.
    pub directions: Vec<Direction>,
}

impl Change<'_> {
    /// What happened, in one clause.
    pub fn message(&self) -> String {
        self.about(&self.subject)
    }

    /// The same, with the name of what the subject belongs to.
    pub fn full_message(&self) -> String {
        let place = if self.head.present { self.head } else { self.base };
        // What is called by its own name needs no other.
        let around =
            if place.present { place.node.parent().unwrap_or(place.node) } else { place.node };
        match names::of(around).as_str() {
            name if name.is_empty() || name == self.subject => self.message(),
            name => self.about(&format!("{} of {name}", self.subject)),
        }
    }

    fn about(&self, subject: &str) -> String {
        match (&self.was, &self.is) {
            (Some(was), Some(is)) => format!("{subject} was {was}, is {is}"),
            (Some(was), None) => format!("{subject} is gone, was {was}"),
            (None, Some(is)) => format!("{subject} is new: {is}"),
            (None, None) => subject.to_owned(),
        }
    }
}

/// All changes that were found so far.
pub struct Changes<'d> {
    found: Vec<Change<'d>>,
    /// A change by its kind, its places, what was and what is.
    known: HashMap<Identity<'d>, usize>,
    /// Which kind looks.
    kind: &'static Kind,
    /// Where the walk is.
    owner: Option<usize>,
}

type Identity<'d> = (&'static str, Option<Node<'d>>, Option<Node<'d>>, String);

impl<'d> Changes<'d> {
    pub fn new() -> Self {
        Self { found: Vec::new(), known: HashMap::new(), kind: KINDS[0], owner: None }
    }

    /// What is added next is found by this kind, in this entry of the walk.
    pub fn by(&mut self, kind: &'static Kind, owner: Option<usize>) -> &mut Self {
        (self.kind, self.owner) = (kind, owner);
        self
    }

    pub fn into_found(self) -> Vec<Change<'d>> {
        self.found
    }

    /// Adds a change, or what it means here to one that is known already.
    pub fn add(
        &mut self,
        subject: impl Into<String>,
        (was, is): (Option<String>, Option<String>),
        (base, head): (Place<'d>, Place<'d>),
        verdicts: Verdicts,
    ) -> &mut Change<'d> {
        // What is missing in one document is missing in all places that share what is around it.
        let (one, other) = match (base.present, head.present) {
            (true, false) => (Some(base.node), None),
            (false, true) => (None, Some(head.node)),
            _ => (Some(base.node), Some(head.node)),
        };
        let subject = subject.into();
        let kind = self.kind;
        let identity = (kind.id, one, other, format!("{subject} {was:?} {is:?}"));
        let changes = &mut self.found;
        let index = *self.known.entry(identity).or_insert(changes.len());
        if index == changes.len() {
            changes.push(Change {
                kind,
                subject,
                was,
                is,
                base,
                head,
                verdicts,
                owners: Vec::new(),
                operations: Vec::new(),
                more: false,
                directions: Vec::new(),
            });
        }
        let change = &mut changes[index];
        change.verdicts = change.verdicts.or(verdicts);
        change.owners.extend(self.owner);
        change
    }
}

/// The longest value that is shown, in characters.
const SHOWN: usize = 60;

/// A value as a change shows it.
pub fn shown(node: Node) -> String {
    let text = node.to_value().to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
