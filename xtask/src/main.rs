//! Generates the client from `openapi.yaml` and checks the document.

mod bench;
mod diff;
mod failure;
mod finding;
mod generate;
mod lint;
mod mock;
mod print;
mod public_api;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Generates the client from openapi.yaml and checks the document
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Measure the commands and the client, and write docs/benchmarks.md
    Bench(bench::Arguments),
    /// Tell what changed in the document, and whom it breaks
    Diff(diff::Arguments),
    /// Write the client and its tests from the document
    Generate(generate::Arguments),
    /// Check the document
    Lint(lint::Arguments),
    /// Run a ModelArts on this machine
    Mock(mock::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mock(arguments) => mock::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
