//! `cargo xtask mock`: a ModelArts on this machine.

use std::ffi::OsString;
use std::process::Command;

use crate::failure::Failure;

/// What the service is told, its `--help` included.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    arguments: Vec<OsString>,
}

/// Becomes the service, a program of its own: an HTTP server would make every command here slow
/// to build.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(["run", "--quiet", "--package", "modelarts-app-auth-fake", "--"]);
    become_it(command.args(&arguments.arguments))
}

/// The service gets this process, and with it Ctrl-C and the exit code.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    Err(std::os::unix::process::CommandExt::exec(command).into())
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    std::process::exit(command.status()?.code().unwrap_or(2))
}
