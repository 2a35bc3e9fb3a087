//! Whether `lint` knows before: documents are taken through lint, generate, the compiler, and the
//! tests that were generated.

mod examine;
mod foreign;
mod record;
mod results;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use fastrand::Rng;
use spec::{Document, Source};

use super::documents;
use foreign::ForeignCopy;
use record::{Phase, Record};
use results::Results;
use xtask::failure::Failure;
use xtask::{console, workspace};

/// The documents to measure, and how far.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read the JSON and YAML files below these folders
    ///
    /// Generates, compiles and tests a client for each document, in copies of the workspace, which
    /// takes from seconds to minutes each. Keeps what cargo compiled in `target/corpus`. Exits with
    /// status 1 if lint did not predict the outcome of a document, or a test fails.
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// Take the documents as far as this phase
    #[arg(long, value_name = "PHASE", default_value = "doctests")]
    until: Phase,
    /// Skip documents with more operations
    #[arg(long, value_name = "COUNT")]
    max_operations: Option<usize>,
    /// Draw this many of the documents at random [default: all]
    #[arg(long, value_name = "COUNT")]
    count: Option<usize>,
    /// Draw the same documents as a run that printed this seed [default: at random]
    #[arg(long, value_name = "SEED", requires = "count")]
    seed: Option<u64>,
    /// Keep the results in this folder, and read those of earlier runs
    ///
    /// A result is read again only if the document, this program and the sources of the client and
    /// its tests are the same. [default: target/corpus/results]
    #[arg(long, value_name = "FOLDER")]
    results: Option<PathBuf>,
    /// Take this many documents at the same time [default: one for each processor]
    #[arg(long, value_name = "COUNT")]
    jobs: Option<usize>,
}

/// Prints the tables of docs/lint/prediction.md, then each surprise.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut paths = Vec::new();
    for folder in &arguments.folders {
        paths.extend(documents::below(folder)?);
    }
    let all = paths.len();
    if let Some(most) = arguments.max_operations {
        paths.retain(|path| operations(path) <= most);
    }
    let skipped = all - paths.len();
    if let Some(count) = arguments.count {
        let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
        console::err(&format!("to repeat: --count {count} --seed {seed}"));
        Rng::with_seed(seed).shuffle(&mut paths);
        paths.truncate(count);
        paths.sort();
    }
    let folder = arguments.results.clone();
    let results =
        Results::open(folder.unwrap_or_else(|| workspace::file("target/corpus/results")))?;
    let records = examine_all(&paths, arguments, &results)?;
    console::out(&table::documents(&records));
    console::out(&format!("\n{}", table::sums(&records, skipped)));
    let surprises = records.iter().map(|(path, record)| (path, record.surprises()));
    let surprises: Vec<_> = surprises.filter(|(_, surprises)| !surprises.is_empty()).collect();
    if surprises.is_empty() {
        return Ok(());
    }
    console::out("\nNot predicted:\n\n");
    for (path, surprises) in &surprises {
        for surprise in surprises {
            console::out(&format!("{}: {surprise}\n", path.display()));
        }
    }
    let count = surprises.len();
    let documents = if count == 1 { "document" } else { "documents" };
    Err(Failure::CheckFailed(format!(
        "error: the outcome of {count} {documents} was not predicted"
    )))
}

/// Examines the documents that have no result yet, several at the same time.
fn examine_all(
    paths: &[PathBuf],
    arguments: &Arguments,
    results: &Results,
) -> Result<Vec<(PathBuf, Record)>, Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let jobs = arguments.jobs.unwrap_or(cores).clamp(1, paths.len().max(1));
    let queue = Mutex::new((1..).zip(paths));
    let next = || queue.lock().ok()?.next();
    let work = |job: usize| -> Result<Vec<(PathBuf, Record)>, Failure> {
        let (mut records, mut copy) = (Vec::new(), ForeignCopy::new(job));
        while let Some((number, path)) = next() {
            let key = results.key(path)?;
            let known = results.get(&key).filter(|record| record.is_of(arguments.until));
            let record = match known {
                Some(record) => record,
                None => {
                    let record = examine::examine(path, arguments.until, &mut copy)?;
                    results.put(&key, &record)?;
                    progress(number, paths.len(), path, &record);
                    record
                }
            };
            records.push((path.clone(), record));
        }
        Ok(records)
    };
    let work = &work;
    let finished: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs).map(|job| scope.spawn(move || work(job))).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let mut records = Vec::new();
    for done in finished {
        let panicked = |_| Failure::Unusable("error: a thread of the measurement panicked".into());
        records.extend(done.map_err(panicked)??);
    }
    records.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(records)
}

fn progress(number: usize, all: usize, path: &Path, record: &Record) {
    let (path, seconds) = (path.display(), record.seconds);
    let told = match record.surprises().len() {
        0 => "as predicted".to_owned(),
        count => format!("not predicted: {count}"),
    };
    console::err(&format!("[{number}/{all}] {path}: {told} ({seconds:.0} s)"));
}

/// Returns how many operations a document has; none if it cannot be read.
fn operations(path: &Path) -> usize {
    let Ok(source) = Source::read(path) else { return 0 };
    Document::parse(&source).map_or(0, |document| spec::operations(&document).count())
}
