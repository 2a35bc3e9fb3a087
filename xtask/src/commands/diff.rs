//! `cargo xtask diff`: compares two documents and reports the impact of each change.

mod accepted;
mod files;
mod github;
mod input;
mod json;
mod markdown;
mod pretty;
mod release;
mod report;
mod second_opinion;

use std::path::PathBuf;

use clap::ValueEnum;
use diff::{KINDS, Level};
use spec::{Document, Source};

use crate::console;
use crate::failure::Failure;
use accepted::AcceptedFile;
use release::Release;
use report::Report;
use second_opinion::Opinion;

/// The documents to compare, and how to print the changes.
#[derive(clap::Args)]
pub struct Arguments {
    /// Old document: a path or a git revision [default: the last release tag, else HEAD]
    base: Option<String>,
    /// New document: a path or a git revision [default: openapi.yaml of the workspace]
    head: Option<String>,
    /// Print the changes in this format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with status 1 if a change has at least this impact
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// Also print changes without impact, such as changes of descriptions
    #[arg(long)]
    all: bool,
    /// Accept the changes that this file lists, each with a reason
    ///
    /// The file is a list in YAML or JSON. Each entry has the `kind` of a change, the JSON pointer
    /// `at` which it is in one of the documents, and a `reason`. An entry for which there is no
    /// change is an error.
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// Also compare the public APIs of the clients that are generated from both documents
    ///
    /// This starts the generator, which cargo builds if it is not built.
    #[arg(long)]
    second_opinion: bool,
    /// Print the explanation of a kind of change and exit
    #[arg(long, value_name = "KIND")]
    explain: Option<String>,
    /// List all kinds of change and exit
    #[arg(long)]
    list: bool,
}

/// The formats of the changes.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// Text for people
    #[default]
    Pretty,
    /// JSON object for programs
    Json,
    /// Annotations of a GitHub workflow run
    Github,
    /// Table for a pull request
    Markdown,
}

/// What makes a run exit with status 1.
#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum FailOn {
    /// Any change with an impact
    Compatible,
    /// Potentially breaking change: it depends on what the document does not say
    Risky,
    /// Breaking change
    Breaking,
    /// Version in Cargo.toml that is too small for the changes, or no changelog entry
    Version,
}

/// Compares two documents, or prints what is known of kinds of change.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        let lines =
            KINDS.iter().map(|kind| format!("{:<32} {}\n", kind.info.id, kind.info.summary));
        console::out(&lines.collect::<String>());
        return Ok(());
    }
    if let Some(id) = &arguments.explain {
        let kind = KINDS.iter().find(|kind| kind.info.id == id).ok_or_else(|| {
            let help = "help: run `cargo xtask diff --list` to list all kinds";
            Failure::Unusable(format!("error: unknown kind of change `{id}`\n{help}"))
        })?;
        console::out(&kind.explanation("#", usize::MAX));
        return Ok(());
    }
    compare(arguments)
}

fn compare(arguments: &Arguments) -> Result<(), Failure> {
    let base = input::base(arguments.base.as_deref())?;
    let head = input::head(arguments.head.as_deref())?;
    let (old, new) = (parse(&base)?, parse(&head)?);
    let files = files::changed(&old, &new);
    let file = arguments.accepted.as_deref().map(AcceptedFile::read).transpose()?;
    let file = file.unwrap_or_default();
    let all = diff::compare_with_files(&old, &new, &files);
    let (mut changes, accepted) = file.split(&all)?;
    let source = all.iter().map(|change| change.impact.source).max().unwrap_or_default();
    let opinion =
        arguments.second_opinion.then(|| Opinion::of(&base, &head, source)).transpose()?;
    let worst = changes.iter().map(|change| change.impact.worst()).max().unwrap_or_default();
    let worst = worst.max(opinion.as_ref().map_or(Level::None, Opinion::unexpected));
    // Of another document it is not known which versions it had.
    let release = input::is_of_workspace(arguments.head.as_deref());
    let release = release.then(|| Release::of(worst, &base));
    if !arguments.all {
        changes.retain(|change| change.impact.worst() > Level::None);
    }
    let report = Report {
        base: base.name(),
        head: head.name(),
        changes: &changes,
        accepted: &accepted,
        opinion: opinion.as_ref(),
        release: release.as_ref(),
    };
    console::out(&match arguments.format {
        Format::Pretty => pretty::pretty(&report),
        Format::Json => format!("{}\n", json::json(&report)),
        Format::Github => github::github(&report),
        Format::Markdown => markdown::markdown(&report),
    });
    let failed = match (arguments.fail_on, &release) {
        (None, _) => false,
        (Some(FailOn::Compatible), _) => worst >= Level::Compatible,
        (Some(FailOn::Risky), _) => worst >= Level::Risky,
        (Some(FailOn::Breaking), _) => worst >= Level::Breaking,
        (Some(FailOn::Version), Some(release)) => !release.is_ready(),
        (Some(FailOn::Version), None) => {
            let reason = format!("error: {} is not the document of the workspace", head.name());
            let help = "help: run `cargo xtask diff --fail-on version` without a new document";
            return Err(Failure::Unusable(format!("{reason}, so it has no version\n{help}")));
        }
    };
    match arguments.fail_on.filter(|_| failed).and_then(|level| level.to_possible_value()) {
        Some(level) => Err(Failure::CheckFailed(failure(level.get_name(), &report))),
        None => Ok(()),
    }
}

/// Returns why the command fails.
fn failure(level: &str, report: &Report) -> String {
    let release = report.release.map(|release| format!("\n{release}")).unwrap_or_default();
    format!("error: `--fail-on {level}` does not allow this: {}{release}", report.summary())
}

fn parse(source: &Source) -> Result<Document<'_>, Failure> {
    diff::parse(source).map_err(|problems| Failure::unparsable(source, &problems))
}
