//! `cargo xtask bench`: how fast the commands and the client are, and beside whom.

use std::ffi::OsString;
use std::process::Command;

use crate::failure::Failure;

/// What is measured; `cargo xtask bench --help` tells more.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "SECTION")]
    arguments: Vec<OsString>,
}

/// Runs the crate `bench`, which is not built before somebody asks for it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "bench", "--"]);
    let status = cargo.args(&arguments.arguments).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Unusable(format!("bench ended with {status}"))),
        Err(error) => Err(Failure::Unusable(format!("cargo does not run: {error}"))),
    }
}
