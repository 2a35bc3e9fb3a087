//! Whether `lint` knows before `generate` tries: both over a folder of documents, and the compiler.
//!
//! Ignored, because it takes an hour: CONTRIBUTING.md says how to run it. It prints the table of
//! docs/lint/prediction.md.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};

const FILES: [&str; 3] = ["api.rs", "operations.rs", "values.rs"];

/// What became of a document.
enum Outcome {
    Compiles,
    /// Nothing was generated, because of these rules.
    Refused(BTreeSet<String>),
    /// What was generated does not compile, because of this.
    Broken(String),
    /// The command ended in a way that it never may.
    Failed(String),
}

#[test]
#[ignore = "compiles a client for every document of a folder"]
fn what_lint_finds_is_what_generate_cannot_take() {
    let folder = std::env::var("DOCUMENTS").expect("DOCUMENTS names a folder of documents");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let scratch = Scratch::new();
    println!("| document | operations | plain progenitor | time | client | predicted |");
    println!("| --- | ---: | --- | ---: | --- | --- |");
    let (mut compile, mut plain, mut missed, mut false_alarms) = (0, 0, 0, 0);
    for path in &paths {
        let (outcome, operations, time) = scratch.generate(path);
        let found = lint(path);
        let is_found = found.iter().any(|(group, _)| group == "generate");
        let (shown, predicted) = match &outcome {
            Outcome::Compiles => ("compiles".to_owned(), !is_found),
            Outcome::Refused(rules) => {
                let known = found.iter().any(|(_, rule)| rules.contains(rule));
                let rules: Vec<String> = rules.iter().map(|rule| format!("`{rule}`")).collect();
                (format!("refused: {}", rules.join(", ")), known)
            }
            Outcome::Broken(error) => (format!("broken: {error}"), is_found),
            Outcome::Failed(output) => panic!("{}: {output}", path.display()),
        };
        let without_us = plainly(path);
        plain += usize::from(without_us == "generates");
        match outcome {
            Outcome::Compiles => {
                (compile, false_alarms) = (compile + 1, false_alarms + usize::from(!predicted))
            }
            _ => missed += usize::from(!predicted),
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let (seconds, yes) = (time.as_secs_f64(), if predicted { "yes" } else { "**no**" });
        println!("| {name} | {operations} | {without_us} | {seconds:.2} s | {shown} | {yes} |");
    }
    println!("\n| | |\n| --- | ---: |");
    for (what, count) in [
        ("documents", paths.len()),
        ("a client was generated and compiles", compile),
        ("the same by plain progenitor, compiled or not", plain),
        ("refused, or broken, and not predicted", missed),
        ("predicted, but compiles", false_alarms),
    ] {
        println!("| {what} | {count} |");
    }
    assert_eq!((missed, false_alarms), (0, 0));
}

/// What `lint` finds: group and rule of every error that concerns `generate`.
fn lint(path: &Path) -> Vec<(String, String)> {
    let output = xtask(&["lint", "--only", "valid,generate", "--format", "json"], path);
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    let diagnostics = report["diagnostics"].as_array().expect("diagnostics").iter();
    let errors = diagnostics.filter(|diagnostic| diagnostic["severity"] == "error");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    errors.map(|diagnostic| (text(&diagnostic["group"]), text(&diagnostic["rule"]))).collect()
}

fn xtask(arguments: &[&str], path: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).arg(path).output().expect("the program runs")
}

/// What progenitor does with the document as it is.
fn plainly(path: &Path) -> &'static str {
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

/// A copy of the workspace, in which clients are compiled.
struct Scratch {
    copy: tempfile::TempDir,
    /// What is kept from one run to the next: compiled dependencies, and which code compiles. To
    /// be removed when the client's own code changes.
    kept: PathBuf,
}

impl Scratch {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let copy = tempfile::tempdir().expect("a folder");
        for part in
            ["Cargo.lock", "Cargo.toml", "README.md", "client", "fake", "spec", "tests", "xtask"]
        {
            copy_all(&root.join(part), &copy.path().join(part));
        }
        leave_out_rotation(&copy.path().join("client/src/lib.rs"));
        let kept = root.join("target/predict");
        fs::create_dir_all(&kept).expect("a folder");
        Self { copy, kept }
    }

    /// Generates a client and compiles it; gives also the number of operations, and how long
    /// generating took.
    fn generate(&self, document: &Path) -> (Outcome, String, Duration) {
        let start = Instant::now();
        let out = self.copy.path().to_str().expect("a path in UTF-8");
        let output = xtask(&["generate", "--out", out, "--spec"], document);
        let time = start.elapsed();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let operations = printed.split(' ').next().unwrap_or_default().to_owned();
        let outcome = match output.status.code() {
            _ if errors.contains("panicked") => Outcome::Failed(errors),
            Some(0) => self.compile(),
            Some(2) => Outcome::Refused(rules(&errors)),
            _ => Outcome::Failed(errors),
        };
        (outcome, operations, time)
    }

    fn compile(&self) -> Outcome {
        let client = self.copy.path().join("client/src/generated");
        let code = FILES.map(|file| fs::read(client.join(file)).expect("a generated file"));
        let digest = Sha256::digest(code.concat());
        let known: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let known = self.kept.join(known);
        if known.exists() {
            return Outcome::Compiles;
        }
        let output = Command::new("cargo")
            .args(["check", "--quiet", "--package", "modelarts-app-auth", "--message-format=short"])
            .arg("--target-dir")
            .arg(self.kept.join("target"))
            .current_dir(self.copy.path())
            .output()
            .expect("cargo runs");
        if output.status.success() {
            fs::write(known, "").expect("a mark");
            return Outcome::Compiles;
        }
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let first = errors.lines().find(|line| line.contains("error")).unwrap_or_default();
        Outcome::Broken(first.to_owned())
    }
}

/// Rotation is written by hand upon operations that only our document has.
fn leave_out_rotation(lib: &Path) {
    let text = fs::read_to_string(lib).expect("the client");
    let (before, rest) = text.split_once("pub use rotation::{").expect("rotation");
    let (_, after) = rest.split_once("};\n").expect("its end");
    fs::write(lib, [before, after].concat().replace("mod rotation;\n", "")).expect("a copy");
}

/// The rules in what `generate` says, each in brackets at the end of a line.
fn rules(printed: &str) -> BTreeSet<String> {
    let named = printed.lines().filter_map(|line| line.strip_suffix(']')?.rsplit_once('['));
    named.map(|(_, rule)| rule.to_owned()).collect()
}

fn copy_all(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).expect("a copy");
        return;
    }
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("a file")) {
        copy_all(&entry.path(), &to.join(entry.file_name()));
    }
}
