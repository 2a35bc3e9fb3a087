//! Compares the results of `diff` with those of oasdiff.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use diff::{Change, Level};
use serde::Deserialize;
use spec::Source;

use xtask::console;
use xtask::failure::Failure;

/// The pairs of documents to compare.
#[derive(clap::Args)]
pub struct Arguments {
    /// Read `index.json` in this folder, and the pairs of documents that it lists
    ///
    /// Each of its `cases` has an `id`, the paths `base` and `revision`, and what oasdiff reports:
    /// `verdict` (error, warning, info or none) and `findings` (each with `id` and `level`).
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

#[derive(Deserialize)]
struct Index {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    base: PathBuf,
    revision: PathBuf,
    verdict: Verdict,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    id: String,
    level: Verdict,
}

/// The levels of oasdiff.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Error,
    Warning,
    Info,
    None,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Info, Self::None];

    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::None => "nothing",
        }
    }
}

/// Prints the table of docs/diff/agreement.md, and the pairs on which the tools disagree.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Index { cases } = read(&arguments.folder.join("index.json"))?;
    let mut counts: BTreeMap<(Verdict, Level), usize> = BTreeMap::new();
    let mut disagreements: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for case in &cases {
        let [base, head] = [&case.base, &case.revision].map(|path| arguments.folder.join(path));
        let (level, changes) = compare(&base, &head)?;
        *counts.entry((case.verdict, level)).or_default() += 1;
        if (case.verdict == Verdict::Error) != (level == Level::Breaking) {
            let worst = case.findings.iter().filter(|finding| finding.level == case.verdict);
            let ids: Vec<_> = worst.map(|finding| finding.id.as_str()).collect();
            let (verdict, changes) = (case.verdict.name(), changes.join(", "));
            let group = format!("oasdiff {verdict} {}; diff {changes}", ids.join(", "));
            disagreements.entry(group).or_default().push(&case.id);
        }
    }
    let names = Level::ALL.map(Level::name).join(" | ");
    console::out(&format!("| oasdiff \\ diff | {names} |\n| - | -: | -: | -: | -: |\n"));
    for verdict in Verdict::ALL {
        let row = Level::ALL.map(|level| counts.get(&(verdict, level)).unwrap_or(&0).to_string());
        console::out(&format!("| {} | {} |\n", verdict.name(), row.join(" | ")));
    }
    let differing: usize = disagreements.values().map(Vec::len).sum();
    let same = cases.len() - differing;
    console::out(&format!("\nSame verdict on breaking: {same} of {}.\n\n", cases.len()));
    for (group, ids) in disagreements {
        console::out(&format!("{}: {group}\n", ids.join(" ")));
    }
    Ok(())
}

fn read(path: &Path) -> Result<Index, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::unreadable(path, &error))?;
    serde_json::from_str(&text)
        .map_err(|error| Failure::Unusable(format!("error: {}: {error}", path.display())))
}

/// Returns the worst impact on requests and responses, and the changes that have it; oasdiff does
/// not know the impact on source code.
fn compare(base: &Path, head: &Path) -> Result<(Level, Vec<String>), Failure> {
    let read = |path| Source::read(path).map_err(|error| Failure::unreadable(path, &error));
    let (base, head) = (read(base)?, read(head)?);
    let parse =
        |source| diff::parse(source).map_err(|problems| Failure::unparsable(source, &problems));
    let (base, head) = (parse(&base)?, parse(&head)?);
    let changes = diff::compare(&base, &head);
    let level = |change: &Change| change.impact.requests.max(change.impact.responses);
    let worst = changes.iter().map(level).max().unwrap_or_default();
    let of_worst = changes.iter().filter(|change| level(change) == worst);
    Ok((worst, of_worst.map(|change| format!("{} {}", change.kind.id, change.message())).collect()))
}
