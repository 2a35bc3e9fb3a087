//! Runs this program with other arguments.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use xtask::failure::Failure;

/// Returns this program as a command without arguments.
pub fn command() -> Result<Command, Failure> {
    Ok(Command::new(std::env::current_exe()?))
}

/// Returns the errors that `lint` reports in a document.
pub fn lint_errors(arguments: &[&str], document: &Path) -> Result<Vec<Value>, Failure> {
    let output = command()?
        .args(["lint", "--format", "json"])
        .args(arguments)
        .arg("--")
        .arg(document)
        .output()?;
    let mut report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let Some(Value::Array(mut errors)) = report.get_mut("diagnostics").map(Value::take) else {
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(Failure::Unusable(format!(
            "error: lint returned no report of `{}`: {printed}",
            document.display()
        )));
    };
    errors.retain(|error| error["severity"] == "error");
    Ok(errors)
}
