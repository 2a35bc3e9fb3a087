//! The program behind `cargo xtask generate` and `cargo xtask corpus`.

mod corpus;
mod generate;

use std::process::ExitCode;

use clap::Parser;

use xtask::commands::{diff, lint};

/// Generates the client from openapi.yaml
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Measure the commands over folders of documents
    Corpus(corpus::Arguments),
    /// Write the client and its tests from the document
    Generate(generate::Arguments),
    // The measurements and the tests run these too, and have one program for all.
    #[command(hide = true)]
    Diff(diff::Arguments),
    #[command(hide = true)]
    Lint(lint::Arguments),
    // What `diff --second-opinion` starts.
    #[command(hide = true)]
    Listing(generate::ListingArguments),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Listing(arguments) => generate::list(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
