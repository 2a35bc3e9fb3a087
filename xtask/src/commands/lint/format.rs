//! Prints diagnostics in one of the formats.

use std::io::{self, BufWriter, Write};

use lint::RULES;
use report::{Checked, Documentation};
use serde::Serialize;

use crate::console::out;
use crate::failure::Failure;
use crate::workspace;

/// How diagnostics are printed.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
pub enum Format {
    /// Text for people: the line itself, a note and help
    #[default]
    Pretty,
    /// One line for each diagnostic: FILE:LINE:COLUMN: severity[rule] message
    Concise,
    /// JSON object for programs
    Json,
    /// Annotations of a GitHub workflow run
    Github,
    /// Static Analysis Results Interchange Format 2.1.0
    Sarif,
    /// JUnit test suite for each document, with a test case for each diagnostic
    Junit,
}

/// Writes to standard output; `named` are the rules that were asked for by name.
pub fn write(format: Format, found: &[Checked], named: impl Fn(&str) -> bool) {
    let documentation = Documentation { repository: workspace::repository() };
    match format {
        Format::Pretty => out(&report::pretty_folded(found, &documentation, named)),
        Format::Concise => out(&report::concise(found)),
        Format::Json => out_json(&report::json(found, &documentation)),
        Format::Github => out(&report::github(found)),
        Format::Sarif => out_json(&report::sarif(
            &RULES.iter().map(|rule| &rule.info).collect::<Vec<_>>(),
            found,
            &documentation,
        )),
        Format::Junit => out(&report::junit(found)),
    }
}

fn out_json(value: &impl Serialize) {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer(&mut out, value).map_err(io::Error::from);
    let _ = written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}

/// Writes how many diagnostics each rule has, to standard output.
///
/// # Errors
/// The format cannot show counts.
pub fn write_statistics(format: Format, found: &[Checked]) -> Result<(), Failure> {
    match format {
        Format::Pretty | Format::Concise => out(&report::statistics(found)),
        Format::Json => out_json(&report::statistics_json(found)),
        Format::Github | Format::Sarif | Format::Junit => {
            let message = "error: `--statistics` has no such format\n\
                           help: use `--format pretty`, `concise` or `json`";
            return Err(Failure::Unusable(message.into()));
        }
    }
    Ok(())
}

/// A number with its noun.
pub fn plural(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}
