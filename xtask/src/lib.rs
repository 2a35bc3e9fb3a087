//! Generates the client from `openapi.yaml` and checks the document.

mod console;
mod diff;
mod failure;
mod finding;
mod generate;
mod lint;
mod print;
mod program;
mod public_api;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Generates the client from openapi.yaml and checks the document
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Measure the commands and the client, and write docs/benchmarks.md
    Bench(program::Arguments),
    /// Tell what changed in the document, and whom it breaks
    Diff(diff::Arguments),
    /// Write the client and its tests from the document
    Generate(generate::Arguments),
    /// Check the document
    Lint(lint::Arguments),
    /// Run a ModelArts on this machine
    Mock(program::Arguments),
}

/// The program.
pub fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Bench(arguments) => program::run("bench", "release", &arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mock(arguments) => program::run("modelarts-app-auth-fake", "dev", &arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// Checks a document with every rule, for the fuzzer.
pub fn lint_bytes(bytes: &[u8]) {
    lint::check(source(bytes), &|_| true);
}

/// Compares two documents in both directions, for the fuzzer.
pub fn diff_bytes(base: &[u8], head: &[u8]) {
    diff::check(&source(base), &source(head));
}

/// Prepares a document for progenitor, without calling it, for the fuzzer.
pub fn lower_bytes(bytes: &[u8]) {
    generate::check(&source(bytes));
}

fn source(bytes: &[u8]) -> spec::Source {
    spec::Source::from_bytes("fuzz.yaml", bytes.to_vec())
}
