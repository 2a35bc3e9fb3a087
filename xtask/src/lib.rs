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

/// Looks at a document with every rule. The fuzzer asks for it: nothing may stop that.
pub fn lint_bytes(bytes: &[u8]) {
    lint::check(spec::Source::from_bytes("fuzz.yaml", bytes.to_vec()), &|_| true);
}
