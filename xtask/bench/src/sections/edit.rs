//! How long a maintainer waits: from a cold clone, and after an edit of the document.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, Run};
use crate::table::{table, time};
use crate::workspace::{Result, root};

/// What is edited: the name of an app in a documented answer.
const EDIT: (&str, &str) = ("app_name: app_c8ae", "app_name: app_c8af");
const TESTS_OF_THE_OPERATION: &str = "show_apig_app";

pub fn measure() -> Result<String> {
    let folder = tempfile::tempdir()?;
    let clone = folder.path().join("clone");
    let mut git = Command::new("git");
    process::run(git.args(["clone", "--quiet"]).arg(root()).arg(&clone), &[0])?;
    cargo(&clone, &["fetch", "--quiet"])?;

    let mut rows = Vec::new();
    let mut note =
        |what: &str, run: Run| rows.push(vec![what.to_owned(), time(run.wall), time(run.cpu)]);
    note("cold: `cargo xtask generate`", cargo(&clone, &["xtask", "generate"])?);
    note("then cold: `cargo test --workspace`", cargo(&clone, &["test", "--workspace"])?);
    note("warm: `cargo test --workspace`", cargo(&clone, &["test", "--workspace"])?);

    note("then: `cargo xtask mock --help`", cargo(&clone, &["xtask", "mock", "--help"])?);
    let example = ["run", "--example", "rotate_secret"];
    note("then: `cargo run --example rotate_secret`", cargo(&clone, &example)?);
    let tests = ["test", "--package", "tests", TESTS_OF_THE_OPERATION];
    note("then: the tests of one operation alone", cargo(&clone, &tests)?);

    let document = clone.join("openapi.yaml");
    let text = fs::read_to_string(&document)?;
    if !text.contains(EDIT.0) {
        return Err(format!("openapi.yaml has no `{}` to edit", EDIT.0).into());
    }
    fs::write(&document, text.replacen(EDIT.0, EDIT.1, 1))?;
    note("after an edit: `cargo xtask generate`", cargo(&clone, &["xtask", "generate"])?);
    note("then the tests of its operation", cargo(&clone, &tests)?);
    Ok(table(&["", "wall", "CPU"], rows))
}

fn cargo(folder: &Path, arguments: &[&str]) -> Result<Run> {
    let mut cargo = process::in_root(Path::new("cargo"), arguments);
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    Ok(process::run(&mut cargo, &[0])?.0)
}
