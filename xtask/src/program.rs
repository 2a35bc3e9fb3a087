//! Commands that are programs of their own, which nobody builds before asking for them: an HTTP
//! server or a plotter would make every command here slow to build.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crate::console;
use crate::failure::Failure;

/// What the program is told, its `--help` included.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    arguments: Vec<OsString>,
}

/// Becomes the program of `package`, built with `profile`, which gets `first` before the arguments.
///
/// Cargo is not quiet, because it may have to compile for minutes.
///
/// # Errors
/// The program cannot be started.
pub fn run(
    package: &str,
    profile: &str,
    first: &[&str],
    arguments: &Arguments,
) -> Result<(), Failure> {
    console::err(&format!(
        "building package `{package}` with the {profile} profile, if it changed"
    ));
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(["run", "--package", package, "--profile", profile, "--"]);
    become_it(command.args(first).args(&arguments.arguments))
}

/// Runs the program of `package`, and returns what it prints for an input.
///
/// # Errors
/// The program cannot be started, or fails; it has printed why.
pub fn output(package: &str, arguments: &[&str], input: &str) -> io::Result<String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(["run", "--quiet", "--package", package, "--"]).args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(io::Error::other(format!("the program `{package}` failed"))),
    }
}

/// The program gets this process, and with it Ctrl-C and the exit code.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    Err(std::os::unix::process::CommandExt::exec(command).into())
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    std::process::exit(command.status()?.code().unwrap_or(2))
}
