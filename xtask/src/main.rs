//! The program of `cargo xtask`: generates the client from `openapi.yaml` and checks the document.

mod commands;
mod console;
mod failure;
mod program;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use commands::{corpus, diff, generate, lint};

/// Generates the client from openapi.yaml and checks the document
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Measure the commands and the client, and write docs/benchmarks.md
    Bench(program::Arguments),
    /// Measure the commands over folders of documents
    Corpus(corpus::Arguments),
    /// Tell what changed in the document, and whom it breaks
    Diff(diff::Arguments),
    /// Write the client and its tests from the document
    Generate(generate::Arguments),
    /// Check the document
    Lint(lint::Arguments),
    /// Start a local mock server of the service
    Mock(program::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Bench(arguments) => program::run("bench", "release", &arguments),
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mock(arguments) => program::run("modelarts-app-auth-mock", "dev", &arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
