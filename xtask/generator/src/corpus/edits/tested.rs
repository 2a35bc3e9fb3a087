//! Runs all tests of the workspace with edits of its document.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::edit_file::Edit;
use crate::corpus::scratch::{Generated, Scratch, first_error};
use crate::corpus::suite::Suite;
use xtask::console;
use xtask::failure::Failure;

/// The packages whose tests depend on the document.
const PACKAGES: [&str; 3] = ["tests", "modelarts-app-auth", "modelarts-app-auth-mock"];

/// The folders and files that these packages are compiled from.
const SOURCES: [&str; 7] =
    ["Cargo.lock", "Cargo.toml", "client", "features", "mock", "spec", "tests"];

/// The outcome of all tests with an edit.
#[derive(Clone)]
pub struct Tested {
    /// The tests, or the first error of the compiler.
    pub outcome: Result<Suite, String>,
    /// How many edits were tested together.
    pub together: usize,
}

/// A copy of the workspace in which tests run, and the results of earlier runs.
pub struct Tester {
    scratch: Scratch,
    results: PathBuf,
}

impl Tester {
    /// Copies the workspace.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn new(folder: &Path) -> Result<Self, Failure> {
        let results = folder.join("results");
        fs::create_dir_all(&results)?;
        Ok(Self { scratch: Scratch::new("edit-tests")?, results })
    }

    /// Runs all tests with all of these edits at once; if a test fails, with each half of them.
    ///
    /// # Errors
    /// A file cannot be read or written, or cargo cannot run.
    pub fn test(&self, edits: &[&Edit]) -> Result<Vec<Tested>, Failure> {
        let names: Vec<&str> = edits.iter().map(|edit| edit.name.as_str()).collect();
        console::err(&format!("testing {}", names.join(", ")));
        let outcome = self.test_together(edits)?;
        let is_fine = outcome.as_ref().is_ok_and(|suite| suite.failures.is_empty());
        if edits.len() == 1 || is_fine {
            return Ok(vec![Tested { outcome, together: edits.len() }; edits.len()]);
        }
        let reason = match &outcome {
            Ok(suite) => suite.failures.keys().cloned().collect::<Vec<_>>().join(", "),
            Err(error) => error.clone(),
        };
        console::err(&format!("failed, each half is tested next: {reason}"));
        let (first, second) = edits.split_at(edits.len() / 2);
        Ok([self.test(first)?, self.test(second)?].concat())
    }

    fn test_together(&self, edits: &[&Edit]) -> Result<Result<Suite, String>, Failure> {
        let path = self.scratch.workspace().join("openapi.yaml");
        let text = edits.iter().try_fold(fs::read_to_string(&edits[0].document)?, |text, edit| {
            edit.applied_to(text).map(|[_, new]| new)
        });
        match text {
            Ok(text) => fs::write(&path, text)?,
            Err(error) => return Ok(Err(error)),
        }
        match self.scratch.generate(&path)? {
            Generated::Written(_) => {}
            Generated::Refused(rules) => return Ok(Err(format!("lint refuses: {rules:?}"))),
            Generated::Failed(error) => return Ok(Err(error)),
        }
        self.run()
    }

    /// Runs the tests, or returns what they did for the same files before.
    fn run(&self) -> Result<Result<Suite, String>, Failure> {
        let known = self.results.join(format!("{:016x}.json", self.hash()?));
        let text = fs::read_to_string(&known).ok();
        if let Some(suite) = text.and_then(|text| serde_json::from_str(&text).ok()) {
            return Ok(Ok(suite));
        }
        let packages = PACKAGES.iter().flat_map(|package| ["--package", *package]);
        let mut arguments = vec!["test", "--locked", "--no-fail-fast"];
        arguments.extend(packages);
        let (_, [printed, errors]) = self.scratch.cargo(&arguments)?;
        let Some(suite) = Suite::read(&printed).filter(|suite| suite.run() > 0) else {
            return Ok(Err(first_error(&errors)));
        };
        if suite.failures.is_empty() {
            let text = serde_json::to_string(&suite).map_err(std::io::Error::from)?;
            fs::write(known, text)?;
        }
        Ok(Ok(suite))
    }

    /// Returns a hash of all that the tests are compiled from.
    fn hash(&self) -> Result<u64, Failure> {
        let mut hasher = DefaultHasher::new();
        for source in SOURCES {
            hash(&self.scratch.workspace().join(source), &mut hasher)?;
        }
        Ok(hasher.finish())
    }
}

fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<(), Failure> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(fs::DirEntry::path);
        return entries.iter().try_for_each(|entry| hash(&entry.path(), hasher));
    }
    path.hash(hasher);
    fs::read(path)?.hash(hasher);
    Ok(())
}
