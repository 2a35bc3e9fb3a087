//! A copy of the workspace, in which clients are generated, compiled and tested.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::program;
use xtask::failure::Failure;
use xtask::workspace;

/// What `generate` does with a document.
pub enum Generated {
    /// The files were written.
    Written(Summary),
    /// Nothing was written, because of these rules.
    Refused(BTreeSet<String>),
    /// Nothing was written, and no rule says why.
    Failed(String),
}

/// What `generate` prints about the files that it writes.
#[derive(Default)]
pub struct Summary {
    pub operations: usize,
    pub tests: usize,
    /// How many examples have no test, by the reason.
    pub untested: BTreeMap<String, usize>,
}

/// A copy of the workspace in `target/corpus`, with a target directory of its own.
pub struct Scratch {
    folder: PathBuf,
    /// Locked while the copy is used.
    _lock: File,
}

impl Scratch {
    /// Copies the workspace in place of the copy of this name that an earlier run made. What cargo
    /// compiled then is kept.
    pub fn new(name: &str) -> Result<Self, Failure> {
        workspace::require()?;
        let folder = std::path::absolute(workspace::file("target/corpus"))?.join(name);
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join("lock"))?;
        lock.try_lock().map_err(|error| {
            let folder = folder.display();
            Failure::Unusable(format!("error: cannot use `{folder}`, as another run does: {error}"))
        })?;
        let scratch = Self { folder, _lock: lock };
        let copy = scratch.workspace();
        if copy.exists() {
            fs::remove_dir_all(&copy)?;
        }
        fs::create_dir_all(&copy)?;
        copy_all(&workspace::file("."), &copy)?;
        Ok(scratch)
    }

    /// Returns the root of the copy.
    pub fn workspace(&self) -> PathBuf {
        self.folder.join("workspace")
    }

    /// Generates the client and the tests of a document in the copy.
    pub fn generate(&self, document: &Path) -> Result<Generated, Failure> {
        generate(document, &self.workspace())
    }

    /// Runs cargo in the copy; returns whether it succeeds, and what it prints.
    pub fn cargo(&self, arguments: &[&str]) -> Result<(bool, [String; 2]), Failure> {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(arguments)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            // The copy is not debugged, and debug information takes a quarter of the time.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .current_dir(self.workspace())
            .output()?;
        Ok((output.status.success(), texts(&output)))
    }
}

/// Generates the client and the tests of a document in a folder.
pub fn generate(document: &Path, out: &Path) -> Result<Generated, Failure> {
    let mut command = program::command()?;
    command.args(["generate", "--out"]).arg(out);
    let output = command.arg("--spec").arg(document).output()?;
    let [printed, errors] = texts(&output);
    let rules = rules(&errors);
    Ok(match output.status.code() {
        Some(0) => Generated::Written(summary(&printed)),
        Some(2) if !rules.is_empty() => Generated::Refused(rules),
        _ => Generated::Failed(first_error(&errors)),
    })
}

/// Returns standard output and standard error.
fn texts(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// Returns the first line of standard error that reports an error.
pub fn first_error(errors: &str) -> String {
    let lines = || errors.lines().map(str::trim).filter(|line| !line.is_empty());
    let reported = lines().find(|line| line.contains("error") || line.contains("panicked"));
    reported.or_else(|| lines().next()).unwrap_or("no message").to_owned()
}

/// Returns the rules in what `generate` prints, each in brackets at the end of a line.
fn rules(printed: &str) -> BTreeSet<String> {
    // Lines of the document, which are shown as well, may end so, too.
    let errors = printed.lines().filter(|line| line.contains(": error: "));
    let named = errors.filter_map(|line| line.strip_suffix(']')?.rsplit_once('['));
    named.map(|(_, rule)| rule.to_owned()).collect()
}

/// Reads `3 operations, 1 schema, 12 tests` and `2 examples without a test: reason`.
fn summary(printed: &str) -> Summary {
    let counted = printed.lines().next().unwrap_or_default().split(", ");
    let mut counts =
        counted.map(|part| part.split(' ').next().and_then(|count| count.parse().ok()));
    let mut next = || counts.next().flatten().unwrap_or_default();
    let (operations, _schemas, tests) = (next(), next(), next());
    let untested = printed.lines().filter_map(|line| {
        let (examples, reason) = line.split_once(" without a test: ")?;
        Some((reason.to_owned(), examples.split(' ').next()?.parse().ok()?))
    });
    Summary { operations, tests, untested: untested.collect() }
}

/// Copies a folder without hidden files and what cargo compiled.
fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let (from, to) = (entry.path(), to.join(&name));
        if name == "target" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if from.is_dir() {
            fs::create_dir(&to)?;
            copy_all(&from, &to)?;
        } else {
            fs::copy(from, to)?;
        }
    }
    Ok(())
}
