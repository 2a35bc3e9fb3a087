//! The program of `cargo xtask`.

use std::process::ExitCode;

use clap::Parser;

use xtask::commands::{diff, lint, reference};
use xtask::{ProgramArguments, run_program};

/// Generates the client from openapi.yaml and checks the document
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, propagate_version = true)]
enum Command {
    /// Measure the commands and the client, and write docs/benchmarks.md
    Bench(ProgramArguments),
    /// Measure the commands over folders of documents
    Corpus(ProgramArguments),
    /// Compare two OpenAPI documents and report breaking changes
    Diff(diff::Arguments),
    /// Write the client and its tests from the document
    Generate(ProgramArguments),
    /// Check the document
    Lint(lint::Arguments),
    /// Start a local mock server of the service
    Mock(ProgramArguments),
    /// Write the pages of lint rules and of kinds of change in docs/
    Reference,
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Bench(arguments) => run_program("bench", "release", &[], &arguments),
        Command::Corpus(arguments) => run_program("generator", "dev", &["corpus"], &arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => run_program("generator", "dev", &["generate"], &arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mock(arguments) => run_program("modelarts-app-auth-mock", "dev", &[], &arguments),
        Command::Reference => reference::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
