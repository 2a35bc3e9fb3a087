//! Checks that `diff` reports no change between equivalent documents.

mod rewriting;

use std::path::PathBuf;

use diff::{Change, Impact, Level};
use serde_json::Value;
use spec::{Document, Source};

use super::documents;
use rewriting::REWRITINGS;
use xtask::console;
use xtask::failure::Failure;

/// The documents to rewrite.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read the JSON and YAML files below this folder
    ///
    /// Rewrites each document in several ways that do not change its meaning, and compares it with
    /// the original in both directions. Exits with status 1 if diff reports a change. That schemas
    /// get or lose names may have an impact on Rust source.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Counts what one rewriting did.
#[derive(Clone, Copy, Default)]
struct Count {
    documents: usize,
    places: usize,
    changes: usize,
}

/// Prints how many places were rewritten, and how many changes diff reports.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut counts = [Count::default(); REWRITINGS.len()];
    let mut skipped = 0;
    for path in documents::below(&arguments.folder)? {
        let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
        let Ok(document) = diff::parse(&source).map(|document| document.root().to_value()) else {
            skipped += 1;
            continue;
        };
        for (rewriting, count) in REWRITINGS.iter().zip(&mut counts) {
            let mut head = document.clone();
            let places = (rewriting.rewrite)(&mut head);
            let changes = changes(&document, &head, rewriting.names_types);
            if let Some(first) = changes.first() {
                let (path, name) = (path.display(), rewriting.name);
                console::err(&format!("{path}, {name}: {} changes, first {first}", changes.len()));
            }
            count.documents += usize::from(places > 0);
            count.places += places;
            count.changes += changes.len();
        }
    }
    console::out("| rewriting | documents | places | changes |\n| --- | ---: | ---: | ---: |\n");
    for (rewriting, Count { documents, places, changes }) in REWRITINGS.iter().zip(counts) {
        console::out(&format!("| {} | {documents} | {places} | {changes} |\n", rewriting.name));
    }
    console::out(&format!("\nNot readable as OpenAPI 3.0: {skipped}.\n"));
    match counts.iter().map(|count| count.changes).sum() {
        0 => Ok(()),
        changes => Err(Failure::CheckFailed(format!("error: changes reported: {changes}"))),
    }
}

/// Compares two documents in both directions, and returns the changes that have an impact; where
/// `names_types`, on requests or responses.
fn changes(base: &Value, head: &Value, names_types: bool) -> Vec<String> {
    let [base, head] = [base, head].map(|value| Source::new("rewritten.json", value.to_string()));
    let [Ok(base), Ok(head)] = [&base, &head].map(Document::parse) else {
        return vec!["a document that cannot be read".to_owned()];
    };
    let noticed = |change: &Change| {
        let impact = Impact {
            source: if names_types { Level::None } else { change.impact.source },
            ..change.impact
        };
        impact.worst() > Level::None
    };
    let changes = [diff::compare(&base, &head), diff::compare(&head, &base)];
    let noticed = changes.iter().flatten().filter(|change| noticed(change));
    noticed.map(|change| format!("{} {}", change.kind.id, change.message())).collect()
}
