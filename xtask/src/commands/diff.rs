//! `cargo xtask diff`: compares two documents and reports the impact of each change.

mod files;
mod formats;
mod input;
mod release;

use clap::ValueEnum;
use diff::{KINDS, Level};
use spec::{Document, Source};

use crate::console;
use crate::failure::Failure;
use release::Release;

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
    let base = input::base(arguments.base.as_deref())?;
    let head = input::head(arguments.head.as_deref())?;
    let (old, new) = (parse(&base)?, parse(&head)?);
    let files = files::changed(&old, &new);
    let mut changes = diff::compare_with_files(&old, &new, &files);
    let worst = changes.iter().map(|change| change.impact.worst()).max().unwrap_or_default();
    let release = Release::of(worst, &base);
    if !arguments.all {
        changes.retain(|change| change.impact.worst() > Level::None);
    }
    console::out(&match arguments.format {
        Format::Pretty => formats::pretty(&changes, &release),
        Format::Json => format!("{}\n", formats::json(&changes, &release)),
        Format::Github => formats::github(&changes, &release),
        Format::Markdown => formats::markdown(&changes, &release),
    });
    let failed = match arguments.fail_on {
        None => false,
        Some(FailOn::Compatible) => worst >= Level::Compatible,
        Some(FailOn::Risky) => worst >= Level::Risky,
        Some(FailOn::Breaking) => worst >= Level::Breaking,
        Some(FailOn::Version) => !release.is_ready(),
    };
    match arguments.fail_on.filter(|_| failed).and_then(|level| level.to_possible_value()) {
        Some(level) => Err(Failure::CheckFailed(format!(
            "error: `--fail-on {}` does not allow this: {}",
            level.get_name(),
            formats::summary(&changes, &release)
        ))),
        None => Ok(()),
    }
}

fn parse(source: &Source) -> Result<Document<'_>, Failure> {
    diff::parse(source).map_err(|problems| Failure::unparsable(source, &problems))
}
