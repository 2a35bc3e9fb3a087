//! `cargo xtask corpus`: measures the commands over folders of documents.
//!
//! The documents are those of others, which are not in the repository. Each measurement prints a
//! table or a sum of what it found.

mod agreement;
mod conformance;
mod damage;
mod documents;
mod edits;
mod predict;
mod program;
mod rewrites;
mod sample;
mod scratch;
mod seeds;
mod suite;

use xtask::failure::Failure;

/// Measure the commands over folders of documents
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    measurement: Measurement,
}

#[derive(clap::Subcommand)]
enum Measurement {
    /// Compare the impact of changes with the verdicts of oasdiff
    Agreement(agreement::Arguments),
    /// Compare lint and other linters over valid and invalid documents
    Conformance(conformance::Arguments),
    /// Compare damaged documents, to find out whether diff panics
    Damage(damage::Arguments),
    /// Make edits of the document and check what every tool and the tests say
    Edits(edits::Arguments),
    /// Compare what lint reports with what generate, the compiler and the tests accept
    Predict(predict::Arguments),
    /// Rewrite documents without changing their meaning, which diff must not report
    Rewrites(rewrites::Arguments),
    /// Draw errors of lint at random, to check them by hand
    Sample(sample::Arguments),
    /// Write the documents of all rules, for the fuzzers to start from
    Seeds(seeds::Arguments),
}

/// Runs a measurement.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.measurement {
        Measurement::Agreement(arguments) => agreement::run(arguments),
        Measurement::Conformance(arguments) => conformance::run(arguments),
        Measurement::Damage(arguments) => damage::run(arguments),
        Measurement::Edits(arguments) => edits::run(arguments),
        Measurement::Predict(arguments) => predict::run(arguments),
        Measurement::Rewrites(arguments) => rewrites::run(arguments),
        Measurement::Sample(arguments) => sample::run(arguments),
        Measurement::Seeds(arguments) => seeds::run(arguments),
    }
}
