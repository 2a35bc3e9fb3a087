//! Errors in documents of others, drawn at random to be judged by a person.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use fastrand::Rng;
use serde_json::Value;

use super::{documents, program};
use xtask::console;
use xtask::failure::Failure;

/// The most errors of one rule from one document, because a document repeats its mistakes.
const MAX_OF_RULE_IN_DOCUMENT: usize = 3;
/// The number of lines before and after the line of an error.
const CONTEXT_LINES: usize = 6;
/// The most characters of a line that are shown.
const MAX_WIDTH: usize = 200;

/// The folder to draw from, and how.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read the JSON and YAML files below this folder
    ///
    /// Draws an error of each rule, then another one of each, at most three of a rule from a
    /// document. Prints each with the lines around it.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Draw at most this many errors
    #[arg(long, value_name = "COUNT", default_value_t = 200)]
    count: usize,
    /// Draw the same errors as a run that printed this seed [default: at random]
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
}

/// Draws errors and prints them.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
    let mut rng = Rng::with_seed(seed);
    let mut by_rule: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let paths = documents::below(&arguments.folder)?;
    let mut all = 0;
    for path in &paths {
        let mut here: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for error in program::lint_errors(&[], path)? {
            here.entry(text(&error, "rule").to_owned()).or_default().push(error);
        }
        for (rule, mut errors) in here {
            all += errors.len();
            rng.shuffle(&mut errors);
            errors.truncate(MAX_OF_RULE_IN_DOCUMENT);
            by_rule.entry(rule).or_default().extend(errors);
        }
    }
    by_rule.values_mut().for_each(|errors| rng.shuffle(errors));
    let mut drawn = Vec::new();
    while drawn.len() < arguments.count && by_rule.values().any(|errors| !errors.is_empty()) {
        drawn.extend(by_rule.values_mut().filter_map(Vec::pop));
    }
    drawn.truncate(arguments.count);
    drawn.sort_by(|a, b| text(a, "rule").cmp(text(b, "rule")));
    for (number, error) in (1..).zip(&drawn) {
        show(number, error)?;
    }
    console::out(&format!(
        "{} of {all} errors in {} documents; to repeat: --seed {seed}\n",
        drawn.len(),
        paths.len()
    ));
    Ok(())
}

fn show(number: usize, error: &Value) -> Result<(), Failure> {
    let (path, line) = (text(error, "path"), error["line"].as_u64().unwrap_or(1) as usize);
    let mut shown = format!(
        "#{number} {} {path}:{line}:{} {}\n   {}\n",
        text(error, "rule"),
        error["column"],
        text(error, "pointer"),
        text(error, "message")
    );
    let document = fs::read(path).map_err(|error| Failure::unreadable(path.as_ref(), &error))?;
    let document = String::from_utf8_lossy(&document);
    let lines = document.lines().enumerate().skip(line.saturating_sub(CONTEXT_LINES + 1));
    for (index, text) in lines.take(2 * CONTEXT_LINES + 1) {
        let mark = if index + 1 == line { '>' } else { ' ' };
        shown += &format!("{mark} {}\n", text.chars().take(MAX_WIDTH).collect::<String>());
    }
    console::out(&shown);
    Ok(())
}

fn text<'v>(error: &'v Value, field: &str) -> &'v str {
    error[field].as_str().unwrap_or_default()
}
