//! What every format of the report has: the changes by operation, and what was compared.

use std::collections::{BTreeSet, HashMap};

use diff::{Change, Impact, Level, Location};
use spec::Node;

use super::accepted::Accepted;
use super::release::Release;
use super::second_opinion::Opinion;

/// All that is reported.
pub struct Report<'c, 'd> {
    /// The name of the old document.
    pub base: &'d str,
    /// The name of the new document.
    pub head: &'d str,
    /// The changes, the worst first.
    pub changes: &'c [&'c Change<'d>],
    pub accepted: &'c [Accepted<'c, 'd>],
    pub opinion: Option<&'c Opinion>,
    /// What the version must be, if the new document is that of the workspace.
    pub release: Option<&'c Release>,
}

/// The changes of the same operations.
pub struct Group<'c, 'd> {
    /// The method and path of the operation, or how many operations there are.
    pub title: String,
    pub changes: Vec<&'c Change<'d>>,
}

impl<'c, 'd> Report<'c, 'd> {
    /// Returns the changes by the operations that they are in, those with the worst change first.
    pub fn groups(&self) -> Vec<Group<'c, 'd>> {
        let mut groups: Vec<Group> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for change in self.changes {
            let key = change.operations.iter().map(|it| it.call.as_str()).collect::<Vec<_>>();
            let position = *known.entry(key.join("\n")).or_insert(groups.len());
            if position == groups.len() {
                groups.push(Group { title: title(change), changes: Vec::new() });
            }
            groups[position].changes.push(change);
        }
        groups
    }

    /// Returns how many changes there are, between which documents.
    pub fn summary(&self) -> String {
        let accepted = match self.accepted.len() {
            0 => String::new(),
            count => format!(", and {count} accepted"),
        };
        format!("{}{accepted}, from {} to {}", counts(self.changes), self.base, self.head)
    }
}

/// Tells what was not told before.
#[derive(Clone, Default)]
pub struct Reasons(BTreeSet<&'static str>);

impl Reasons {
    /// Returns the reasons of the impact of a change, each the first time only.
    pub fn new_of(&mut self, change: &Change) -> Vec<&'static str> {
        let reasons = change.kind.reasons(change.impact).into_iter();
        reasons.filter(|reason| self.0.insert(reason)).collect()
    }
}

/// Returns the parties on which a change has an impact: "requests breaking, source compatible".
pub fn impacts(impact: Impact) -> String {
    let Impact { requests, responses, source } = impact;
    let all = [("requests", requests), ("responses", responses), ("source", source)];
    let parts = all.into_iter().filter(|(_, level)| *level > Level::None);
    let parts: Vec<_> = parts.map(|(party, level)| format!("{party} {}", level.label())).collect();
    if parts.is_empty() { "no impact".to_owned() } else { parts.join(", ") }
}

/// How many changes there are of each level.
pub fn counts(changes: &[&Change]) -> String {
    let levels = Level::ALL.into_iter().rev().filter_map(|level| {
        let count = changes.iter().filter(|change| change.impact.worst() == level).count();
        (count > 0).then(|| format!("{count} {}", level.label()))
    });
    match changes.len() {
        0 => "0 changes".to_owned(),
        1 => format!("1 change: {}", levels.collect::<Vec<_>>().join(", ")),
        count => format!("{count} changes: {}", levels.collect::<Vec<_>>().join(", ")),
    }
}

/// The operations of a change.
fn title(change: &Change) -> String {
    const NAMED: usize = 3;
    let calls: Vec<&str> = change.operations.iter().map(|it| it.call.as_str()).collect();
    match calls.as_slice() {
        [] => "The whole document".to_owned(),
        [only] => (*only).to_owned(),
        calls if calls.len() <= NAMED => calls.join(", "),
        calls => {
            let or = if change.more_operations { " or" } else { "" };
            let others = calls.len() - NAMED;
            format!("{} and {others}{or} more", calls[..NAMED].join(", "))
        }
    }
}

/// Returns the pointer of a change in the new document; of what was removed, in the old one.
pub fn pointer(change: &Change) -> String {
    let node = if change.head.present { change.head.node } else { change.base.node };
    node.pointer()
}

/// Returns the path, line and column of a location.
pub fn position(location: Location) -> String {
    let document = location.node.document();
    format!("{}:{}", document.source().name(), document.position(start(location.node)))
}

/// Where a value starts for readers: at its key.
pub fn start(node: Node) -> u32 {
    node.key_span().unwrap_or(node.span()).start
}
