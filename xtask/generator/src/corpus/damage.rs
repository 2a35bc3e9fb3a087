//! Checks that damaged documents do not make `diff` panic.

mod edit;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use fastrand::Rng;
use serde_json::Value;
use spec::{Document, Source};

use super::documents;
use xtask::console;
use xtask::failure::Failure;

/// The size of the largest document that is damaged, in bytes of JSON.
///
/// Small documents have all there is in large ones, and more of them can be tried.
const MAX_SIZE: usize = 30_000;

/// The documents to damage.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read the JSON and YAML files below this folder
    ///
    /// Damages one of the documents up to 30 kB for each seed, and compares it with the original
    /// and with itself. Exits with status 1 if diff panics, or reports that a document differs from
    /// itself.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Damage this many documents
    #[arg(long, value_name = "COUNT", default_value_t = 1000)]
    count: u64,
    /// Start with this seed
    #[arg(long, value_name = "SEED", default_value_t = 0)]
    seed: u64,
}

/// Compares damaged documents, and prints how many there were.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut originals = Vec::new();
    for path in documents::below(&arguments.folder)? {
        let source = Source::read(&path).map_err(|error| Failure::unreadable(&path, &error))?;
        let value = Document::parse(&source).map(|document| document.root().to_value());
        originals.extend(value.ok().filter(|value| value.to_string().len() < MAX_SIZE));
    }
    if originals.is_empty() {
        let folder = arguments.folder.display();
        return Err(Failure::Unusable(format!("error: no document up to 30 kB below `{folder}`")));
    }
    let (mut changes, mut unreadable) = (0, 0);
    let seeds = arguments.seed..arguments.seed.saturating_add(arguments.count);
    for seed in seeds {
        match catch_unwind(AssertUnwindSafe(|| compare(&originals, seed))) {
            Ok(Some(Compared { to_itself: 0, to_original })) => changes += to_original,
            Ok(None) => unreadable += 1,
            Ok(Some(_)) => return Err(failure(seed, "a document differs from itself")),
            Err(_) => return Err(failure(seed, "diff panics")),
        }
    }
    console::out(&format!(
        "damaged {} of {} documents: {unreadable} not readable, {changes} changes reported\n",
        arguments.count,
        originals.len()
    ));
    Ok(())
}

fn failure(seed: u64, reason: &str) -> Failure {
    Failure::CheckFailed(format!("error: seed {seed}: {reason}"))
}

/// The number of changes.
struct Compared {
    to_itself: usize,
    to_original: usize,
}

/// Compares a document with what damage makes of it; returns nothing if that cannot be read.
fn compare(originals: &[Value], seed: u64) -> Option<Compared> {
    let mut random = Rng::with_seed(seed);
    let base = random.choice(originals)?;
    let head = Source::new("head.json", edit::damage(base, &mut random));
    let base = Source::new("base.json", base.to_string());
    let (base, head) = (Document::parse(&base).ok()?, Document::parse(&head).ok()?);
    // What a change says may panic, too.
    let count = |base, head| {
        let changes = diff::compare(base, head);
        changes.iter().filter(|change| !change.sentence().is_empty()).count()
    };
    Some(Compared {
        to_itself: count(&head, &head),
        to_original: count(&base, &head) + count(&head, &base),
    })
}
