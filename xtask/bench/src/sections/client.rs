//! What a call costs, beside bare reqwest; measured by the client's own benches.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::process;
use crate::table::{ratio, table, time};
use crate::workspace::{Result, root};

pub fn measure() -> Result<String> {
    // A filter that nothing has: of this bench only its own table is wanted.
    let calls = bench("call", &["none"])?;
    let memory = bench("memory", &[])?;
    bench("decode", &["--noplot"])?;
    let (typed, value) = (estimate("typed")?, estimate("value")?);
    let heads = ["decoding a list of 1,000 apps", "time", "ratio"];
    let rows = [("into values", value), ("into types", typed)];
    let rows = rows.map(|(what, taken)| {
        vec![what.to_owned(), time(taken), format!("{:.2}", ratio(taken, value))]
    });
    Ok(format!(
        "One thread calls a server on loopback that responds to ShowApigApp as documented. Bare \
         reqwest has the same settings, and decodes the same type. The overhead is the median \
         of differences within rounds in which the callers take turns.\n\n{calls}\n\n{memory}\n\n{}",
        table(&heads, rows)
    ))
}

/// Runs a bench of the client and gives the tables that it prints.
fn bench(name: &str, arguments: &[&str]) -> Result<String> {
    let cargo = ["bench", "--package", "modelarts-app-auth", "--bench", name, "--"];
    let mut cargo = process::in_root(Path::new("cargo"), &[&cargo[..], arguments].concat());
    let (_, output) = process::run(&mut cargo, &[0])?;
    Ok(output.lines().filter(|line| line.starts_with('|')).collect::<Vec<_>>().join("\n"))
}

/// The median that criterion found last.
fn estimate(function: &str) -> Result<Duration> {
    let path = root().join("target/criterion/decode").join(function).join("new/estimates.json");
    let estimates: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64();
    Ok(Duration::from_secs_f64(1e-9 * nanoseconds.ok_or("criterion found no median")?))
}
