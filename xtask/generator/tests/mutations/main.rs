//! What `cargo xtask diff` says of mutations of a document, and what the compiler says.

mod consumer;
mod edit;
mod list;
mod scratch;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use list::{HARMLESS_TO_OASDIFF, MUTATIONS, Mutation};
use scratch::{Outcome, Scratch, read, workspace};

/// What is known of each mutation.
const TABLE: &str = "docs/diff/mutations.md";

/// Runs a command, and gives what it printed.
fn xtask(arguments: &[&str], code: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
        .args(arguments)
        .current_dir(workspace())
        .output()
        .expect("the command runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The documents before and after a mutation.
fn documents(mutation: &Mutation) -> [String; 2] {
    let source = spec::Source::new("document.yaml", include_str!("document.yaml"));
    let document = spec::Document::parse(&source).expect("a document");
    let mut value = document.root().to_value();
    mutation.before.iter().for_each(|edit| edit.apply(&mut value));
    let base = format!("{value:#}");
    mutation.edits.iter().for_each(|edit| edit.apply(&mut value));
    [base, format!("{value:#}")]
}

/// A mutation as the table has it, and whether diff says that it breaks code.
fn row(number: usize, mutation: &Mutation, base: &Path, head: &Path) -> (String, bool) {
    let paths = [base, head].map(|path| path.to_str().expect("UTF-8"));
    let json = xtask(&["diff", paths[0], paths[1], "--format", "json", "--all"], 0);
    let report: Value = serde_json::from_str(&json).expect("JSON");
    let changes = report["changes"].as_array().expect("changes");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let worst = |part: &str| {
        let levels = ["none", "compatible", "risky", "breaking"];
        let found = changes.iter().map(|change| text(&change[part]));
        found.max_by_key(|level| levels.iter().position(|other| other == level))
    };
    let [requests, responses, source] =
        ["requests", "responses", "source"].map(|part| worst(part).unwrap_or("none".to_owned()));
    let kinds: Vec<_> = changes.iter().map(|change| format!("`{}`", text(&change["id"]))).collect();
    let row = format!(
        "| {number} | {} | {} | {requests} | {responses} | {source} |",
        mutation.name,
        kinds.join(", ")
    );
    (row, source == "breaking")
}

/// The rows of all mutations.
fn rows(mut with: impl FnMut(usize, &Path, &Path)) -> Vec<(String, bool)> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a document");
        path
    };
    let each = MUTATIONS.iter().zip(1..).map(|(mutation, number)| {
        let [base, head] = documents(mutation);
        let (base, head) = (file("base.json", &base), file("head.json", &head));
        with(number, &base, &head);
        row(number, mutation, &base, &head)
    });
    each.collect()
}

#[test]
fn the_impact_is_that_of_the_table() {
    let table = read(&workspace().join(TABLE));
    for (row, _) in rows(|_, _, _| {}) {
        assert!(
            table.contains(&row),
            "{TABLE} has no row\n{row}\nhelp: run `cargo test -p generator --test mutations -- --ignored`"
        );
    }
}

#[test]
#[ignore = "compiles a client for each mutation, in about a minute, and writes docs/diff/mutations.md"]
fn the_compiler_agrees_with_every_impact_on_source() {
    let mut scratch = Scratch::new();
    let mut bases = HashMap::new();
    let rows = rows(|number, base, head| {
        let listing = bases.entry(read(base)).or_insert_with(|| {
            let name = format!("before-{number}");
            let listing = scratch.client(&name, base);
            println!("{name}: {} uses", scratch.consumer(&name, &listing));
            listing
        });
        let name = format!("after-{number}");
        scratch.client(&name, head);
        scratch.consumer(&name, listing);
    });
    let outcomes = scratch.check();
    for (name, outcome) in &outcomes {
        assert!(name.starts_with("after") || *outcome == Outcome::Compiles, "{name}: {outcome:?}");
    }
    let table = table(&rows, &outcomes);
    fs::write(workspace().join(TABLE), &table).expect("the table");
    let disagree: Vec<_> = table.lines().filter(|line| line.contains("**")).collect();
    assert!(disagree.is_empty(), "{disagree:#?}");
}

fn table(rows: &[(String, bool)], outcomes: &BTreeMap<String, Outcome>) -> String {
    let mut text = HEAD.to_owned();
    for (number, (row, breaks)) in (1..).zip(rows) {
        let outcome = outcomes.get(&format!("after-{number}"));
        let said = match outcome {
            Some(Outcome::Compiles) => "compiles".to_owned(),
            Some(Outcome::Rejects(error)) => error.replace('|', "\\|"),
            Some(Outcome::Broken(error)) => format!("in the client itself: {error}"),
            None => "**nothing**".to_owned(),
        };
        let agrees = *breaks == (outcome != Some(&Outcome::Compiles));
        text += &format!("{row} {said}{} |\n", if agrees { "" } else { " **DISAGREES**" });
    }
    let compiles =
        |number: &&usize| outcomes.get(&format!("after-{number}")) == Some(&Outcome::Compiles);
    text + &format!(
        "\nOf the {} that oasdiff calls harmless (as information, or not at all), {} leave the program \
         compiling. With the\nclient that progenitor writes without us it was 13 in a trial.\n",
        HARMLESS_TO_OASDIFF.len(),
        HARMLESS_TO_OASDIFF.iter().filter(compiles).count(),
    )
}

const HEAD: &str = "\
# What the mutations of a document break

Each row is an edit of [a document](../../xtask/generator/tests/mutations/document.yaml), a part of `openapi.yaml`
as it was once, what `cargo xtask diff` finds, and its impact. The last column is the
compiler: the client of the old document is used by a program that reads every field, names every
variant, calls every function and needs every trait of it; that program is compiled against the client
of the new document.

`cargo test -p generator --test mutations -- --ignored` writes this table and fails when the impact on
source and the compiler disagree; without `--ignored` the impact is compared with the table.

| | mutation | changes | requests | responses | source | the compiler |
| - | - | - | - | - | - | - |
";
