//! What a call costs, compared with bare reqwest and with the client that progenitor alone generates:
//! measured by the program in `calls/`, and by a bench of the client.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::instructions;
use crate::plain_client;
use crate::process;
use crate::table::{ratio, table, time};
use crate::workspace::{Result, root};

/// How many calls two processes make whose instructions are compared.
const CALLS: [u64; 2] = [100, 600];

pub fn measure() -> Result<String> {
    let program = build()?;
    let print = |what: &str| -> Result<String> {
        Ok(process::run(Command::new(&program).arg(what), &[0])?.1)
    };
    let (times, mut costs) = (print("overhead")?, print("allocations")?);
    let counted = if instructions::can_be_counted() {
        costs = with_instructions(&program, &costs, &print("callers")?)?;
        "Instructions are counted by callgrind in a process that only makes calls, one at a time."
    } else {
        "valgrind, which counts instructions, is not installed here."
    };
    Ok(format!(
        "One thread calls a server on loopback that responds to ShowApigApp as documented. Bare \
         reqwest has the same settings, and decodes the same type. *progenitor alone* is the client \
         that progenitor generates from the document, reduced to this operation and its success \
         because progenitor does not take errors of several types. Times are compared within rounds \
         in which the callers take turns.\n\n{times}\n{counted}\n\n{costs}\n{}",
        decoding()?
    ))
}

/// Builds the program with the client of progenitor alone, and with the dependencies of the workspace.
fn build() -> Result<PathBuf> {
    let (package, target) = (root().join("xtask/bench/calls"), root().join("target"));
    let client = target.join("progenitor_alone.rs");
    fs::write(
        &client,
        plain_client::generate_operation(&root().join("openapi.yaml"), "ShowApigApp")?,
    )?;
    fs::copy(root().join("Cargo.lock"), package.join("Cargo.lock"))?;
    let mut cargo =
        process::in_root(Path::new("cargo"), &["build", "--release", "--manifest-path"]);
    cargo.arg(package.join("Cargo.toml")).arg("--target-dir").arg(&target);
    process::run(cargo.env("PROGENITOR_ALONE", client), &[0])?;
    Ok(target.join("release/calls").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Adds a column to the table of the callers. The server is another process.
fn with_instructions(program: &Path, table: &str, callers: &str) -> Result<String> {
    let mut server = Command::new(program);
    let mut server = server.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut url = String::new();
    BufReader::new(server.stdout.take().ok_or("no output")?).read_line(&mut url)?;
    let mut cells = vec!["instructions in a call".to_owned(), "---".to_owned()];
    for caller in callers.lines() {
        let calls = |calls: u64| {
            let mut make = Command::new(program);
            make.args(["make", caller, url.trim(), &calls.to_string()]);
            make
        };
        cells.push(instructions::of_one(CALLS, calls)?.to_string());
    }
    // It serves until its input ends.
    drop(server.stdin.take());
    server.wait()?;
    Ok(table.lines().zip(cells).map(|(line, cell)| format!("{line} {cell} |\n")).collect())
}

fn decoding() -> Result<String> {
    let bench = ["bench", "--package", "modelarts-app-auth", "--bench", "decode", "--", "--noplot"];
    process::run(&mut process::in_root(Path::new("cargo"), &bench), &[0])?;
    let (typed, value) = (estimate("typed")?, estimate("value")?);
    let rows = [("into values", value), ("into types", typed)].map(|(what, taken)| {
        vec![what.to_owned(), time(taken), format!("{:.2}", ratio(taken, value))]
    });
    Ok(table(&["decoding a list of 1,000 apps", "time", "ratio"], rows))
}

/// The median that criterion found last.
fn estimate(function: &str) -> Result<Duration> {
    let path = root().join("target/criterion/decode").join(function).join("new/estimates.json");
    let estimates: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64();
    Ok(Duration::from_secs_f64(1e-9 * nanoseconds.ok_or("criterion found no median")?))
}
