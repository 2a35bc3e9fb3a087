//! Changes that were accepted: a file says which ones, and why.

use std::path::Path;

use diff::{Change, KINDS, Location};
use spec::{Document, Node, Source};

use crate::failure::Failure;

/// A change that an entry of the file accepts.
pub struct Accepted<'c, 'd> {
    pub change: &'c Change<'d>,
    /// Why it is accepted.
    pub reason: &'c str,
}

/// An entry of the file.
struct Entry {
    kind: String,
    /// The JSON pointer of the change.
    at: String,
    reason: String,
    /// The place of the entry in the file.
    position: String,
}

/// The entries of a file of accepted changes.
#[derive(Default)]
pub struct AcceptedFile {
    entries: Vec<Entry>,
}

/// What an entry looks like.
const HELP: &str = "help: write a list of entries: `- {kind: property-removed, at: \
                    /components/schemas/App/properties/name, reason: …}`";

impl AcceptedFile {
    /// Reads a file of accepted changes.
    ///
    /// # Errors
    /// The file is not a list of entries, each with a kind of change, a pointer and a reason.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let source = Source::read(path).map_err(|error| Failure::unreadable(path, &error))?;
        if source.text().trim().is_empty() {
            return Ok(Self::default());
        }
        let document =
            Document::parse(&source).map_err(|problems| Failure::unparsable(&source, &problems))?;
        let root = document.root();
        if !root.is_array() {
            return Err(unusable(&place(root), "expected a list of entries, found another value"));
        }
        let entries = root.items().map(entry).collect::<Result<_, _>>()?;
        Ok(Self { entries })
    }

    /// Splits changes into those that no entry accepts and those that one does.
    ///
    /// # Errors
    /// An entry accepts no change.
    pub fn split<'c, 'd>(
        &'c self,
        changes: &'c [Change<'d>],
    ) -> Result<(Vec<&'c Change<'d>>, Vec<Accepted<'c, 'd>>), Failure> {
        let (mut others, mut accepted) = (Vec::new(), Vec::new());
        let mut used = vec![false; self.entries.len()];
        for change in changes {
            match self.entries.iter().position(|entry| entry.accepts(change)) {
                Some(index) => {
                    used[index] = true;
                    accepted.push(Accepted { change, reason: &self.entries[index].reason });
                }
                None => others.push(change),
            }
        }
        let stale = self.entries.iter().zip(used).filter(|(_, used)| !used).map(|(entry, _)| {
            format!(
                "error: {}: expected a change {} at {}, found none\nhelp: remove the entry\n",
                entry.position, entry.kind, entry.at
            )
        });
        let stale: String = stale.collect();
        if stale.is_empty() { Ok((others, accepted)) } else { Err(Failure::CheckFailed(stale)) }
    }
}

impl Entry {
    fn accepts(&self, change: &Change) -> bool {
        let is_at = |location: Location| location.present && location.node.pointer() == self.at;
        self.kind == change.kind.id && (is_at(change.head) || is_at(change.base))
    }
}

fn entry(node: Node) -> Result<Entry, Failure> {
    let position = place(node);
    let text = |key: &str| match node.get(key).and_then(Node::as_str) {
        Some(text) if !text.trim().is_empty() => Ok(text.to_owned()),
        _ => Err(unusable(&position, &format!("expected a text `{key}`, found none"))),
    };
    if let Some(entry) = node.entries().find(|it| !["kind", "at", "reason"].contains(&it.key)) {
        return Err(unusable(&place(entry.value), &format!("unknown key `{}`", entry.key)));
    }
    let (kind, at, reason) = (text("kind")?, text("at")?, text("reason")?);
    if !KINDS.iter().any(|known| known.info.id == kind) {
        let reason = format!("error: {position}: unknown kind of change `{kind}`");
        let help = "help: run `cargo xtask diff --list` to list all kinds";
        return Err(Failure::Unusable(format!("{reason}\n{help}")));
    }
    Ok(Entry { kind, at, reason, position })
}

fn place(node: Node) -> String {
    let document = node.document();
    let start = node.key_span().unwrap_or(node.span()).start;
    format!("{}:{}", document.source().name(), document.position(start))
}

fn unusable(place: &str, problem: &str) -> Failure {
    Failure::Unusable(format!("error: {place}: {problem}\n{HELP}"))
}
