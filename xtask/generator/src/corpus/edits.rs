//! `cargo xtask corpus edits`: makes edits of the document and checks their effect.

mod clients;
mod consumer;
mod edit_file;
mod observed;
mod operation;
mod place;
mod row;
mod splice;
mod stages;
mod table;
mod tested;

use std::fs;
use std::path::PathBuf;

use clients::Clients;
use row::Row;
use xtask::console;
use xtask::failure::Failure;
use xtask::workspace;

/// The page that has all edits.
const PAGE: &str = "docs/edits.md";

/// The edits to make, and how far.
#[derive(clap::Args)]
pub struct Arguments {
    /// Make the edits whose name contains one of these texts [default: all]
    names: Vec<String>,
    /// Read the edits below this folder [default: xtask/edits]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Stop after this stage
    #[arg(long, value_enum, default_value_t)]
    until: Stage,
    /// Test up to this number of edits at once
    ///
    /// If a test fails, each half of the edits is tested again.
    #[arg(long, value_name = "COUNT", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    batch: u16,
}

/// A stage of the check of each edit
#[derive(Clone, Copy, Default, PartialEq, PartialOrd, clap::ValueEnum)]
enum Stage {
    /// Compare what lint finds before and after the edit
    Lint,
    /// Compare the documents
    Diff,
    /// Generate the clients of both documents
    Generate,
    /// Compile the new client, and a program that uses the old one
    Compile,
    /// Run all tests in a copy of the workspace
    #[default]
    Test,
}

/// Makes the edits, prints a table and, after all edits, writes the page.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    workspace::require()?;
    let folder = arguments.folder.clone().unwrap_or_else(|| workspace::file("xtask/edits"));
    let edits = edit_file::read(&folder, &arguments.names)?;
    let mut rows: Vec<Row> = edits.iter().map(Row::new).collect();
    run_stages(&mut rows, arguments)?;
    console::out(&(table::HEAD.to_owned() + &rows.iter().map(table::line).collect::<String>()));
    let is_complete = arguments.folder.is_none() && arguments.names.is_empty();
    let wrong: Vec<&Row> = rows.iter().filter(|row| !row.problems.is_empty()).collect();
    if is_complete && wrong.is_empty() && arguments.until >= Stage::Compile {
        fs::write(workspace::file(PAGE), table::page(&rows))?;
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let problems = wrong.iter().flat_map(|row| {
        row.problems.iter().map(|problem| format!("error: {}: {problem}\n", row.edit.name))
    });
    let count = format!("{} of {} edits are not as expected", wrong.len(), rows.len());
    Err(Failure::CheckFailed(problems.collect::<String>() + "error: " + &count))
}

fn run_stages(rows: &mut [Row], arguments: &Arguments) -> Result<(), Failure> {
    let until = arguments.until;
    stages::lint(rows);
    if until >= Stage::Diff {
        stages::diff(rows);
    }
    if until < Stage::Generate {
        return Ok(());
    }
    let kept = std::path::absolute(workspace::file("target/corpus/edits"))?;
    let temporary = tempfile::tempdir()?;
    let clients = Clients::new(if until >= Stage::Compile { &kept } else { temporary.path() });
    let generated = stages::generate(rows, &clients)?;
    if until >= Stage::Compile {
        stages::compile(rows, &clients, &generated)?;
    }
    if until >= Stage::Test {
        stages::test(rows, &generated, &kept, arguments.batch.into())?;
    }
    Ok(())
}
