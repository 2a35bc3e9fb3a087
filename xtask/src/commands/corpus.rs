//! `cargo xtask corpus`: measures the commands over folders of documents.
//!
//! The documents are those of others, which are not in the repository. Each measurement runs this
//! program as its users do, and prints a table of the documentation.

mod conformance;
mod documents;
mod predict;
mod program;
mod sample;
mod scratch;

use crate::failure::Failure;

/// Measure the commands over folders of documents
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    measurement: Measurement,
}

#[derive(clap::Subcommand)]
enum Measurement {
    /// Compare lint and other linters over valid and invalid documents
    Conformance(conformance::Arguments),
    /// Compare what lint reports with what generate and the compiler accept
    Predict(predict::Arguments),
    /// Draw errors of lint at random, for a person to judge
    Sample(sample::Arguments),
}

/// Runs a measurement.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.measurement {
        Measurement::Conformance(arguments) => conformance::run(arguments),
        Measurement::Predict(arguments) => predict::run(arguments),
        Measurement::Sample(arguments) => sample::run(arguments),
    }
}
