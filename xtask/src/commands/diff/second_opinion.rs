//! A second opinion on the impact on Rust source: the public APIs of the clients of both documents.
//!
//! diff decides without a generator. The program `generator` has one, and is started only where a
//! second opinion is asked for, because cargo may have to compile it.

use std::collections::BTreeSet;
use std::fmt;

use diff::Level;
use serde_json::{Value, json};
use spec::Source;

use crate::failure::Failure;
use crate::program;

/// What the listings of the public API say of two documents.
pub struct Opinion {
    removed: Vec<String>,
    added: Vec<String>,
    /// What diff says.
    of_diff: Level,
}

impl Opinion {
    /// Generates the listings of both documents, and compares them.
    ///
    /// # Errors
    /// No client can be generated from a document.
    pub fn of(base: &Source, head: &Source, of_diff: Level) -> Result<Self, Failure> {
        let (old, new) = (listing(base)?, listing(head)?);
        let only_in = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            one.difference(other).cloned().collect::<Vec<_>>()
        };
        Ok(Self { removed: only_in(&old, &new), added: only_in(&new, &old), of_diff })
    }

    /// Returns the impact on source by the listings.
    fn source(&self) -> Level {
        match (self.removed.is_empty(), self.added.is_empty()) {
            (false, _) => Level::Breaking,
            (true, false) => Level::Compatible,
            (true, true) => Level::None,
        }
    }

    /// Returns the impact on source that diff does not see.
    pub fn unexpected(&self) -> Level {
        if self.agrees() || self.source() < self.of_diff { Level::None } else { self.source() }
    }

    /// Whether diff says the same: that source breaks, or may break, or that it does not.
    fn agrees(&self) -> bool {
        (self.source() == Level::Breaking) == (self.of_diff >= Level::Risky)
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        json!({
            "source": self.source().name(),
            "agrees": self.agrees(),
            "removed": self.removed,
            "added": self.added,
        })
    }
}

impl fmt::Display for Opinion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = |count: usize| if count == 1 { "line" } else { "lines" };
        let (removed, added) = (self.removed.len(), self.added.len());
        write!(f, "second opinion: source {}; the public API ", self.source().label())?;
        match (removed, added) {
            (0, 0) => f.write_str("is the same")?,
            (0, _) => write!(f, "has {added} {} more", lines(added))?,
            _ => write!(f, "lost {removed} {} and got {added}", lines(removed))?,
        }
        if !self.agrees() {
            let of_diff = self.of_diff.label();
            write!(f, "; the opinions differ: diff says that source is {of_diff}")?;
            if let Some(first) = self.removed.first() {
                write!(f, ", but this is lost: {first}")?;
            }
        }
        Ok(())
    }
}

/// Returns the lines of the listing for the client of a document.
fn listing(document: &Source) -> Result<BTreeSet<String>, Failure> {
    let text = program::output("generator", &["listing", document.name()], document.text());
    let text = text.map_err(|error| {
        let (name, reason) = (document.name(), error.text().trim_start_matches("error: "));
        Failure::Unusable(format!("error: no second opinion on {name}: {reason}"))
    })?;
    Ok(text.lines().filter(|line| !line.starts_with("# ")).map(without_argument_names).collect())
}

/// Returns a line of a listing without the names of arguments, which callers do not write.
fn without_argument_names(line: &str) -> String {
    let mut rest = line;
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once(": ") {
        let start = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
        let is_argument = line.contains(" fn ") && start.ends_with(['(', ' ']);
        text += if is_argument { start } else { before };
        text += if is_argument { "" } else { ": " };
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::without_argument_names;

    #[test]
    fn names_of_arguments_are_ignored() {
        for (line, expected) in [
            (
                "impl Client { pub fn show(&self, app_id: impl Into<AppId>, b: Vec<u8>) -> A }",
                "impl Client { pub fn show(&self, impl Into<AppId>, Vec<u8>) -> A }",
            ),
            (
                "impl A { pub fn new(a: impl Into<String>) -> Self }",
                "impl A { pub fn new(impl Into<String>) -> Self }",
            ),
            ("pub struct A { pub b: Option<String> }", "pub struct A { pub b: Option<String> }"),
        ] {
            assert_eq!(without_argument_names(line), expected);
        }
    }
}
