//! The examples of the pages of lint and diff print what the pages show.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::pages::{ROOT, blocks};

/// Returns the YAML of a page and the output that it shows.
fn read(page: &str) -> (Vec<String>, String) {
    let page = fs::read_to_string(Path::new(ROOT).join(page)).expect("a page");
    let owned = |blocks: Vec<&str>| blocks.into_iter().map(str::to_owned).collect::<Vec<_>>();
    (owned(blocks(&page, "yaml")), owned(blocks(&page, "text")).swap_remove(0))
}

/// Runs a command in a folder; returns its exit status and everything that it prints.
fn xtask(folder: &Path, arguments: &str) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.args(arguments.split(' ')).current_dir(folder).output();
    let output = output.expect("the command runs");
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(printed).expect("UTF-8"))
}

#[test]
fn lint_prints_the_documented_output() {
    let (documents, expected) = read("docs/lint/README.md");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("apps.yaml"), &documents[0]).expect("a document");
    let (code, printed) = xtask(folder.path(), "lint apps.yaml --only valid,values");
    assert_eq!((code, printed), (Some(1), expected));
}

#[test]
fn diff_prints_the_documented_output_and_accepts_the_documented_change() {
    let (documents, expected) = read("docs/diff/README.md");
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("a document");
    };
    let [document, accepted] = documents.as_slice() else { panic!("blocks: {documents:#?}") };
    write("apps-1.yaml", document);
    write("apps-2.yaml", &document.replace(" plane,", ""));
    write("accepted.yaml", accepted);
    let diff = "diff apps-1.yaml apps-2.yaml";
    assert_eq!(xtask(folder.path(), diff), (Some(0), expected));
    let accepting = format!("{diff} --fail-on breaking --accepted accepted.yaml");
    let (code, printed) = xtask(folder.path(), &accepting);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("0 changes, and 1 accepted"), "{printed}");
}
