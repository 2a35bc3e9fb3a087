//! Prints diagnostics in one of the formats.

use std::io::{self, BufWriter, Write};

use lint::RULES;
use report::Checked;
use serde::Serialize;

use crate::console::out;

/// How diagnostics are printed.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
pub enum Format {
    /// For people: the line itself, a note and help
    #[default]
    Pretty,
    /// One object for programs
    Json,
    /// Annotations of a workflow run
    Github,
    /// Static Analysis Results Interchange Format 2.1.0
    Sarif,
    /// A test suite for each document, a test case for each diagnostic
    Junit,
}

/// Writes to standard output; `named` are the rules that were asked for by name.
pub fn write(format: Format, found: &[Checked], named: impl Fn(&str) -> bool) {
    match format {
        Format::Pretty => out(&report::pretty_folded(found, named)),
        Format::Json => out_json(&report::json(found)),
        Format::Github => out(&report::github(found)),
        Format::Sarif => out_json(&report::sarif(
            &RULES.iter().map(|rule| &rule.info).collect::<Vec<_>>(),
            found,
        )),
        Format::Junit => out(&report::junit(found)),
    }
}

fn out_json(value: &impl Serialize) {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer(&mut out, value).map_err(io::Error::from);
    let _ = written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}

/// How much was found, in words.
pub fn count(errors: usize, warnings: usize) -> String {
    let plural = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
}
