//! How long people wait: a newcomer after `git clone`, and a maintainer after an edit of the document.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{self, Run};
use crate::table::{table, time};
use crate::workspace::{Result, root};

/// What is edited: the name of an app in a documented answer.
const EDIT: (&str, &str) = ("app_name: app_c8ae", "app_name: app_c8af");
const TESTS_OF_THE_OPERATION: &str = "show_apig_app";

pub fn measure() -> Result<String> {
    let folder = tempfile::tempdir()?;
    let clone = Clone { home: folder.path().join("home"), root: folder.path().join("clone") };
    Ok(format!(
        "A newcomer has Rust and nothing else: `CARGO_HOME` is empty, and `git clone` copies from this \
         machine. The commands are the first two of README.\n\n{}\n\
         A maintainer then edits an example:\n\n{}",
        first_minutes(&clone)?,
        an_edit(&clone)?
    ))
}

fn first_minutes(clone: &Clone) -> Result<String> {
    let mut rows = Vec::new();
    let mut since = Duration::ZERO;
    let mut note = |what: String, run: Run| {
        since += run.wall;
        rows.push(vec![what, time(run.wall), time(run.cpu), time(since)]);
    };
    let mut git = Command::new("git");
    git.args(["clone", "--quiet", "--no-local"]).arg(root()).arg(&clone.root);
    note("`git clone`".to_owned(), process::run(&mut git, &[0])?.0);
    note("`cargo fetch`".to_owned(), clone.cargo("fetch --quiet")?);
    let readme = fs::read_to_string(clone.root.join("README.md"))?;
    for kind in ["cold", "warm"] {
        for command in commands(&readme)? {
            note(format!("{kind}: `cargo {command}`"), clone.cargo(command)?);
        }
    }
    Ok(table(&["", "wall", "CPU", "since the start"], rows))
}

fn an_edit(clone: &Clone) -> Result<String> {
    let mut rows = Vec::new();
    let mut note =
        |what: &str, run: Run| rows.push(vec![what.to_owned(), time(run.wall), time(run.cpu)]);
    let tests = format!("test --package tests {TESTS_OF_THE_OPERATION}");
    note("before: `cargo xtask mock --help`", clone.cargo("xtask mock --help")?);
    let example = "run --example rotate_secret";
    note("before: `cargo run --example rotate_secret`", clone.cargo(example)?);
    note("before: the tests of the operation alone", clone.cargo(&tests)?);

    let document = clone.root.join("openapi.yaml");
    let text = fs::read_to_string(&document)?;
    if !text.contains(EDIT.0) {
        return Err(format!("openapi.yaml has no `{}` to edit", EDIT.0).into());
    }
    fs::write(&document, text.replacen(EDIT.0, EDIT.1, 1))?;
    note("after: `cargo xtask generate`", clone.cargo("xtask generate")?);
    note("after: the tests of the operation alone", clone.cargo(&tests)?);
    Ok(table(&["", "wall", "CPU"], rows))
}

/// The commands of cargo that README shows first to those who change the document.
fn commands(readme: &str) -> Result<Vec<&str>> {
    let (_, rest) =
        readme.split_once("\n## Change the document\n").ok_or("no such section in README")?;
    let block = rest.split_once("```sh\n").and_then(|(_, rest)| rest.split_once("```"));
    let (block, _) = block.ok_or("no commands in README")?;
    let commands = block.lines().filter_map(|line| line.split('#').next());
    Ok(commands.filter_map(|command| command.trim().strip_prefix("cargo ")).collect())
}

/// A clone of this repository, which shares nothing with it.
struct Clone {
    home: PathBuf,
    root: PathBuf,
}

impl Clone {
    fn cargo(&self, arguments: &str) -> Result<Run> {
        let arguments = arguments.split(' ').collect::<Vec<_>>();
        let mut cargo = process::in_root(Path::new("cargo"), &arguments);
        cargo.current_dir(&self.root).env("CARGO_HOME", &self.home);
        cargo.env("CARGO_TARGET_DIR", self.root.join("target"));
        Ok(process::run(&mut cargo, &[0])?.0)
    }
}
