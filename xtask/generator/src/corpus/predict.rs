//! Whether `lint` knows before `generate` tries: both over a folder of documents, and the compiler.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use super::scratch::{Outcome, Scratch};
use super::{documents, program};
use xtask::console;
use xtask::failure::Failure;

/// The folder to measure.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read the JSON and YAML files below this folder
    ///
    /// Generates and compiles a client for each document, in a copy of the workspace, which takes
    /// up to a minute each. Keeps compiled dependencies in `target/corpus`. Exits with status 1 if
    /// lint did not predict the outcome for a document.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Prints the tables of docs/lint/prediction.md.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let paths = documents::below(&arguments.folder)?;
    let scratch = Scratch::new()?;
    console::out(
        "| document | operations | plain progenitor | time | client | predicted |\n\
         | --- | ---: | --- | ---: | --- | --- |\n",
    );
    let (mut compile, mut plain, mut missed, mut false_alarms) = (0, 0, 0, 0);
    for path in &paths {
        let generated = scratch.generate(path)?;
        let found = lint(path)?;
        let is_found = found.iter().any(|(group, _)| group == "generate");
        let (shown, predicted) = match &generated.outcome {
            Outcome::Compiles => ("compiles".to_owned(), !is_found),
            Outcome::Unsupported(rules) => {
                let known = found.iter().any(|(_, rule)| rules.contains(rule));
                let rules: Vec<String> = rules.iter().map(|rule| format!("`{rule}`")).collect();
                (format!("refused: {}", rules.join(", ")), known)
            }
            Outcome::Broken(error) => (format!("broken: {error}"), is_found),
        };
        let without_lowering = progenitor_alone(path);
        plain += usize::from(without_lowering == "generates");
        match generated.outcome {
            Outcome::Compiles => {
                (compile, false_alarms) = (compile + 1, false_alarms + usize::from(!predicted));
            }
            _ => missed += usize::from(!predicted),
        }
        console::out(&format!(
            "| {} | {} | {without_lowering} | {:.2} s | {shown} | {} |\n",
            path.file_name().unwrap_or_default().display(),
            generated.operations,
            generated.time.as_secs_f64(),
            if predicted { "yes" } else { "**no**" }
        ));
    }
    console::out("\n| | |\n| --- | ---: |\n");
    for (what, count) in [
        ("documents", paths.len()),
        ("a client was generated and compiles", compile),
        ("the same by plain progenitor, compiled or not", plain),
        ("refused, or broken, and not predicted", missed),
        ("predicted, but compiles", false_alarms),
    ] {
        console::out(&format!("| {what} | {count} |\n"));
    }
    match missed + false_alarms {
        0 => Ok(()),
        wrong => {
            Err(Failure::CheckFailed(format!("error: documents not predicted right: {wrong}")))
        }
    }
}

/// Returns group and rule of every error that can stop `generate`.
fn lint(path: &Path) -> Result<BTreeSet<(String, String)>, Failure> {
    let errors = program::lint_errors(&["--only", "valid,generate"], path)?;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    Ok(errors.iter().map(|error| (text(&error["group"]), text(&error["rule"]))).collect())
}

/// Returns what progenitor does with the document as it is.
fn progenitor_alone(path: &Path) -> &'static str {
    let generate = || {
        let source = spec::Source::read(path).ok()?;
        let document = spec::Document::parse(&source).ok()?.root().to_value();
        let document = serde_json::from_value(document).ok()?;
        progenitor::Generator::default().generate_tokens(&document).ok()
    };
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(generate));
    let _ = std::panic::take_hook();
    match outcome {
        Ok(Some(_)) => "generates",
        Ok(None) => "refuses",
        Err(_) => "panics",
    }
}
