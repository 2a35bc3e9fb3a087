//! The changes that one kind finds.

use spec::Node;

use super::impact::{Impact, Level};
use super::kind_info::KindInfo;
use super::location::Location;
use spec::Direction;

/// An operation that a change is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedOperation {
    /// Its id; without one, as `call`.
    pub name: String,
    /// Its method and path in the new document: `GET /apps`.
    pub call: String,
}

/// One change.
pub struct Change<'d> {
    /// What kind of change it is.
    pub kind: &'static KindInfo,
    /// What has changed: `property "name"`.
    pub subject: String,
    /// What it was; nothing if it was added.
    pub was: Option<String>,
    /// What it is; nothing if it was removed.
    pub is: Option<String>,
    /// The location in the old document.
    pub base: Location<'d>,
    /// The location in the new document.
    pub head: Location<'d>,
    /// Whom it breaks.
    pub impact: Impact,
    /// The operations that it is in, in the order of the document.
    pub operations: Vec<AffectedOperation>,
    /// Whether it is in more operations than these.
    pub more_operations: bool,
    /// Who sends what changed.
    pub directions: Vec<Direction>,
}

impl Change<'_> {
    /// What happened, as the cases of the kinds have it.
    pub fn message(&self) -> String {
        let subject = &self.subject;
        match (&self.was, &self.is) {
            (Some(was), Some(is)) => format!("{subject} was {was}, is {is}"),
            (Some(was), None) => format!("{subject} was removed: {was}"),
            (None, Some(is)) => format!("{subject} was added: {is}"),
            (None, None) => subject.to_owned(),
        }
    }
}

/// The changes that one kind finds in one visit.
pub struct Changes<'d> {
    kind: &'static KindInfo,
    found: Vec<Change<'d>>,
}

impl<'d> Changes<'d> {
    /// No change of a kind is found yet.
    pub fn of(kind: &'static KindInfo) -> Self {
        Self { kind, found: Vec::new() }
    }

    /// Adds a change.
    pub fn add(
        &mut self,
        subject: impl Into<String>,
        (was, is): (Option<String>, Option<String>),
        (base, head): (Location<'d>, Location<'d>),
        impact: Impact,
    ) -> &mut Change<'d> {
        self.found.push(Change {
            kind: self.kind,
            subject: subject.into(),
            was,
            is,
            base,
            head,
            impact,
            operations: Vec::new(),
            more_operations: false,
            directions: Vec::new(),
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Returns the worst impact on source of the changes.
    pub fn worst_source(&self) -> Level {
        self.found.iter().map(|change| change.impact.source).max().unwrap_or_default()
    }

    /// Returns the changes in the order in which they were added.
    pub fn into_found(self) -> Vec<Change<'d>> {
        self.found
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
