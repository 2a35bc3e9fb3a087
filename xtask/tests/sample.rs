//! Diagnostics in documents of others, drawn at random to be judged by a person.
//!
//! Ignored, because a person has to read them: docs/lint/field.md says how to run it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use fastrand::Rng;
use serde_json::Value;

/// The most diagnostics of one rule in one document: what a document does, it does everywhere.
const OF_A_RULE_IN_A_DOCUMENT: usize = 3;
/// The lines shown before and after a diagnostic.
const AROUND: usize = 6;
/// The most characters of a line that are shown.
const WIDTH: usize = 200;

#[test]
#[ignore = "prints diagnostics to be judged"]
fn a_sample_of_the_errors() {
    let folder = env::var("DOCUMENTS").expect("DOCUMENTS names a folder of documents");
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("SEED").unwrap_or_else(|| fastrand::u64(..));
    let wanted = number("COUNT").unwrap_or(200) as usize;
    let mut rng = Rng::with_seed(seed);
    let mut by_rule: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let mut all = 0;
    for path in &paths {
        let mut here: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for error in errors(path) {
            let rule = error["rule"].as_str().unwrap_or_default().to_owned();
            here.entry(rule).or_default().push(error);
        }
        for (rule, mut errors) in here {
            all += errors.len();
            rng.shuffle(&mut errors);
            errors.truncate(OF_A_RULE_IN_A_DOCUMENT);
            by_rule.entry(rule).or_default().extend(errors);
        }
    }
    by_rule.values_mut().for_each(|errors| rng.shuffle(errors));
    // One of each rule, then a second one of each that has one, until there are enough.
    let mut drawn = Vec::new();
    while drawn.len() < wanted && by_rule.values().any(|errors| !errors.is_empty()) {
        drawn.extend(by_rule.values_mut().filter_map(Vec::pop));
    }
    drawn.sort_by(|a, b| text(a, "rule").cmp(text(b, "rule")));
    for (number, error) in drawn.iter().enumerate() {
        show(number + 1, error);
    }
    println!("{} of {all} errors in {} documents; SEED={seed}", drawn.len(), paths.len());
}

/// What `lint` calls an error in a document.
fn errors(path: &Path) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.args(["lint", "--format", "json"]).arg(path).output().expect("a run");
    let mut report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    let mut diagnostics =
        report["diagnostics"].as_array_mut().map(std::mem::take).unwrap_or_default();
    diagnostics.retain(|diagnostic| diagnostic["severity"] == "error");
    diagnostics
}

fn show(number: usize, error: &Value) {
    let (path, first) = (text(error, "path"), error["line"].as_u64().unwrap_or(1) as usize);
    println!(
        "#{number} {} {path}:{first}:{} {}",
        text(error, "rule"),
        error["column"],
        text(error, "pointer")
    );
    println!("   {}", text(error, "message"));
    let document = fs::read(path).expect("a document");
    let document = String::from_utf8_lossy(&document);
    let lines = document.lines().enumerate().skip(first.saturating_sub(AROUND + 1));
    for (index, line) in lines.take(2 * AROUND + 1) {
        let mark = if index + 1 == first { '>' } else { ' ' };
        println!("{mark} {}", line.chars().take(WIDTH).collect::<String>());
    }
}

fn text<'v>(error: &'v Value, field: &str) -> &'v str {
    error[field].as_str().unwrap_or_default()
}
