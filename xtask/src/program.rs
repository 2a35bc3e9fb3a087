//! Commands that are programs of their own, which are built when they are asked for: an HTTP server
//! or a plotter would make every command here slow to build.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::console;
use crate::failure::Failure;

/// What the program is told, its `--help` included.
#[derive(clap::Args)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    arguments: Vec<OsString>,
}

/// Becomes the program of `package`, built with `profile`, which gets `first` before the arguments.
///
/// # Errors
/// The program cannot be built or started.
pub fn run(
    package: &str,
    profile: &str,
    first: &[&str],
    arguments: &Arguments,
) -> Result<(), Failure> {
    console::err(&format!(
        "building package `{package}` with the {profile} profile, if it changed"
    ));
    let mut program = Command::new(build(package, profile)?);
    become_it(program.args(first).args(&arguments.arguments))
}

/// Returns the program of a package, built with the features of dependencies that the whole workspace
/// asks for: a published package asks for fewer itself, and they would be compiled again.
///
/// Cargo is not quiet, because it may have to compile for minutes.
fn build(package: &str, profile: &str) -> Result<PathBuf, Failure> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["build", "--package", package, "--package", "shared-features"])
        .args(["--profile", profile, "--message-format", "json-render-diagnostics"])
        .stderr(Stdio::inherit())
        .output()?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let executable = messages.find_map(|message| Some(message["executable"].as_str()?.into()));
    let cannot = || Failure::Unusable(format!("error: cannot build package `{package}`"));
    executable.filter(|_| output.status.success()).ok_or_else(cannot)
}

/// Runs the program of `package`, and returns what it prints for an input.
///
/// # Errors
/// The program cannot be built or started, or fails; it has printed why.
pub fn output(package: &str, arguments: &[&str], input: &str) -> Result<String, Failure> {
    let mut command = Command::new(build(package, "dev")?);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::Unusable(format!("error: program `{package}` failed"))),
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
