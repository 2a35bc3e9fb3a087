//! Compares the errors of `lint` with those of installed linters, over valid and invalid documents.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::documents;
use xtask::console;
use xtask::failure::Failure;

/// What each linter is called with, so that it prints every error as a command for GitHub or in a
/// line that begins with the place. The first is this program.
const LINTERS: [(&str, &[&str]); 4] = [
    ("xtask", &["lint", "--only=valid,values", "--format=github"]),
    ("redocly", &["lint", "--extends=spec", "--max-problems=10000", "--format=github-actions"]),
    ("spectral", &["lint", "--ruleset=spectral.yaml", "--format=github-actions"]),
    (
        "vacuum",
        &["lint", "--ruleset=vacuum.yaml", "--details", "--errors", "--no-style", "--no-clip"],
    ),
];

/// Rules without what others call an error and the specification does not.
const RULES: [(&str, &str); 2] = [
    ("spectral.yaml", "extends: spectral:oas"),
    (
        "vacuum.yaml",
        "extends: [[spectral:oas, recommended]]\n\
         rules: {info-description: off, operation-operationId: off, \
         operation-operationId-valid-in-url: off}",
    ),
];

/// The documents that are valid, and those that are not.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read valid documents below this folder; can be repeated
    #[arg(long, value_name = "FOLDER", required = true)]
    valid: Vec<PathBuf>,
    /// Read invalid documents below this folder; can be repeated
    #[arg(long, value_name = "FOLDER", required = true)]
    invalid: Vec<PathBuf>,
    /// Read from this file which lines of invalid documents are wrong
    ///
    /// Each line has the end of a document's path and its wrong lines: `fuzz1/a.yaml 3,17`.
    #[arg(long, value_name = "FILE")]
    lines: PathBuf,
}

/// Prints the table of docs/lint/field.md.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [valid, invalid] = [documents(&arguments.valid)?, documents(&arguments.invalid)?];
    let lines = wrong_lines(&arguments.lines, &invalid)?;
    let all: usize = lines.iter().map(|(_, lines)| lines.len()).sum();
    console::out(&format!(
        "| linter | of {} invalid | of {} valid | of {all} lines | of {} documents, all lines |\n\
         | --- | ---: | ---: | ---: | ---: |\n",
        invalid.len(),
        valid.len(),
        lines.len()
    ));
    let folder = tempfile::tempdir()?;
    for (name, rules) in RULES {
        fs::write(folder.path().join(name), rules)?;
    }
    for (name, arguments) in LINTERS {
        let is_own = name == LINTERS[0].0;
        let program = if is_own { std::env::current_exe()?.into() } else { name.into() };
        let linter = Linter { folder: folder.path(), program, arguments };
        let Some(refused) = linter.refused(&invalid)? else {
            console::out(&format!("| {name} | not installed | | | |\n"));
            continue;
        };
        let refused_valid = linter.refused(&valid)?.unwrap_or_default();
        let (mut found, mut complete) = (0, 0);
        for (path, wrong) in &lines {
            let at = linter.check(path)?.map(|checked| checked.lines).unwrap_or_default();
            let missed: Vec<_> = wrong.difference(&at).collect();
            found += wrong.len() - missed.len();
            complete += usize::from(missed.is_empty());
            if is_own && !missed.is_empty() {
                console::err(&format!("{}: no error on {missed:?}", path.display()));
            }
        }
        console::out(&format!("| {name} | {refused} | {refused_valid} | {found} | {complete} |\n"));
    }
    Ok(())
}

/// A linter that may be installed.
struct Linter<'a> {
    /// Where it runs, with its rules.
    folder: &'a Path,
    program: OsString,
    arguments: &'a [&'a str],
}

/// What a linter prints of a document.
struct Checked {
    passes: bool,
    /// The lines with an error.
    lines: BTreeSet<usize>,
}

impl Linter<'_> {
    /// Checks a document; returns nothing if the linter is not installed.
    fn check(&self, path: &Path) -> Result<Option<Checked>, Failure> {
        let mut command = Command::new(&self.program);
        command.current_dir(self.folder).args(self.arguments).arg(path);
        let output = match command.output() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            output => output?,
        };
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines = printed.lines().filter_map(|line| line_number(line, path)).collect();
        Ok(Some(Checked { passes: output.status.success(), lines }))
    }

    /// Returns how many documents do not pass.
    fn refused(&self, paths: &[PathBuf]) -> Result<Option<usize>, Failure> {
        let mut refused = 0;
        for path in paths {
            let Some(checked) = self.check(path)? else { return Ok(None) };
            refused += usize::from(!checked.passes);
        }
        Ok(Some(refused))
    }
}

/// Returns the line of the document in which a line of output reports an error.
fn line_number(line: &str, path: &Path) -> Option<usize> {
    let place = match line.strip_prefix("::error ") {
        Some(command) => command.split_once("line=")?.1,
        None if line.contains('✗') => {
            line.split_once(path.file_name()?.to_str()?)?.1.strip_prefix(':')?
        }
        None => return None,
    };
    place.split([',', ':']).next()?.parse().ok()
}

/// Reads which lines of documents a person calls wrong.
fn wrong_lines<'p>(
    file: &Path,
    invalid: &'p [PathBuf],
) -> Result<Vec<(&'p Path, BTreeSet<usize>)>, Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::unreadable(file, &error))?;
    let parse = |(number, line): (usize, &str)| {
        let error = |reason: &str| {
            let file = file.display();
            Failure::Unusable(format!("error: {file}:{number}: {reason}: `{line}`"))
        };
        let (name, lines) = line.rsplit_once(' ').ok_or_else(|| error("expected `NAME LINES`"))?;
        let path = invalid.iter().find(|path| path.ends_with(name));
        let path = path.ok_or_else(|| error("no such invalid document"))?;
        let lines = lines.split(',').map(str::parse).collect::<Result<_, _>>();
        Ok((path.as_path(), lines.map_err(|_| error("expected line numbers such as `3,17`"))?))
    };
    (1..).zip(text.lines()).map(parse).collect()
}

/// Returns the documents below several folders, by paths that do not depend on the current folder.
fn documents(folders: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for folder in folders {
        let absolute = fs::canonicalize(folder);
        found.extend(documents::below(
            &absolute.map_err(|error| Failure::unreadable(folder, &error))?,
        )?);
    }
    Ok(found)
}
