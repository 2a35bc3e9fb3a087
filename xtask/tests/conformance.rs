//! Whether `lint` knows what is valid, beside other linters, over suites of documents of others.
//!
//! Ignored, because the suites are not in the repository: docs/lint/field.md says how to run it.
//! Of the other linters those are asked that are installed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each linter is called with, so that it prints every error as a command for GitHub or in a
/// line that begins with the place.
const LINTERS: [(&str, &[&str]); 4] = [
    (env!("CARGO_BIN_EXE_xtask"), &["lint", "--only=valid,values", "--format=github"]),
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

#[test]
#[ignore = "reads the folders of VALID and INVALID, and the file LINES"]
fn valid_documents_pass_and_invalid_ones_do_not() {
    let variable = |name| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let folders = |name| {
        let folders = variable(name);
        std::env::split_paths(&folders).flat_map(|folder| documents(&folder)).collect::<Vec<_>>()
    };
    let [valid, invalid] = ["VALID", "INVALID"].map(folders);
    let lines = fs::read_to_string(variable("LINES")).expect("a file");
    let lines = lines.lines().map(|line| wanted(line, &invalid)).collect::<Vec<_>>();
    let all: usize = lines.iter().map(|(_, lines)| lines.len()).sum();
    println!(
        "| linter | of {} invalid | of {} valid | of {all} lines | of {} documents, all lines |",
        invalid.len(),
        valid.len(),
        lines.len()
    );
    println!("| --- | ---: | ---: | ---: | ---: |");
    let folder = tempfile::tempdir().expect("a folder");
    for (name, rules) in RULES {
        fs::write(folder.path().join(name), rules).expect("a file");
    }
    for (program, arguments) in LINTERS {
        let name = Path::new(program).file_name().unwrap_or_default().display();
        let look = |path: &Path| look(folder.path(), program, arguments, path);
        if look(&valid[0]).is_none() {
            println!("| {name} | not installed | | | |");
            continue;
        }
        let refused = |paths: &[PathBuf]| {
            paths.iter().filter(|path| look(path).is_some_and(|(passes, _)| !passes)).count()
        };
        let (mut found, mut complete) = (0, 0);
        for (path, wanted) in &lines {
            let at = look(path).map(|(_, at)| at).unwrap_or_default();
            let missed: Vec<_> = wanted.difference(&at).collect();
            found += wanted.len() - missed.len();
            complete += usize::from(missed.is_empty());
            if program == LINTERS[0].0 && !missed.is_empty() {
                eprintln!("{}: no error on {missed:?}", path.display());
            }
        }
        println!("| {name} | {} | {} | {found} | {complete} |", refused(&invalid), refused(&valid));
    }
}

/// Whether a linter lets a document pass, and the lines that it calls wrong; nothing if it is not
/// installed.
fn look(
    folder: &Path,
    program: &str,
    arguments: &[&str],
    path: &Path,
) -> Option<(bool, BTreeSet<usize>)> {
    let mut command = Command::new(program);
    let output = command.current_dir(folder).args(arguments).arg(path).output().ok()?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines = printed.lines().filter_map(|line| number(line, path));
    Some((output.status.success(), lines.collect()))
}

/// The line of the document that a line of output calls wrong.
fn number(line: &str, path: &Path) -> Option<usize> {
    let place = match line.strip_prefix("::error ") {
        Some(command) => command.split_once("line=")?.1,
        None if line.contains('✗') => {
            line.split_once(path.file_name()?.to_str()?)?.1.strip_prefix(':')?
        }
        None => return None,
    };
    place.split([',', ':']).next()?.parse().ok()
}

/// A document, and the lines that a person calls wrong: `fuzz1/a.yaml 3,17`.
fn wanted<'p>(line: &str, invalid: &'p [PathBuf]) -> (&'p Path, BTreeSet<usize>) {
    let (name, lines) = line.rsplit_once(' ').expect("a name and lines");
    let path = invalid.iter().find(|path| path.ends_with(name));
    let lines = lines.split(',').map(|number| number.parse().expect("a number"));
    (path.unwrap_or_else(|| panic!("{name} is not there")), lines.collect())
}

/// All files below a folder.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = fs::canonicalize(entry.expect("a file").path()).expect("a path");
        if path.is_dir() { found.extend(documents(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
