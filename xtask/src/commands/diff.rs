//! `cargo xtask diff`: what changed, whom it breaks, which version comes next.

mod formats;
mod input;
mod release;

use diff::{KINDS, Level};
use spec::{Document, Source};

use crate::console;
use crate::failure::Failure;
use release::Release;

/// What to compare, and how to tell.
#[derive(clap::Args)]
pub struct Arguments {
    /// The old document: a path or a git revision [default: the last release tag, else HEAD]
    base: Option<String>,
    /// The new document: a path or a git revision [default: openapi.yaml of the workspace]
    head: Option<String>,
    /// How to print the changes
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Fail when a change is at least this bad, or when the version is too small for the changes
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// Show what nobody's program notices too: descriptions, examples, tags
    #[arg(long)]
    all: bool,
    /// Explain a kind of change instead
    #[arg(long, value_name = "KIND")]
    explain: Option<String>,
    /// List the kinds of change instead
    #[arg(long)]
    list: bool,
}

/// How changes are printed.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Pretty,
    /// One object for programs
    Json,
    /// Annotations of a workflow run
    Github,
    /// A table for a pull request
    Markdown,
}

/// What a run fails on.
#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum FailOn {
    /// Any change that can be noticed
    Compatible,
    Risky,
    Breaking,
    /// A version in Cargo.toml, or a changelog, that does not have the changes yet
    Version,
}

/// Compares two documents, or tells about the kinds of change.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        let lines =
            KINDS.iter().map(|kind| format!("{:<32} {}\n", kind.info.id, kind.info.summary));
        console::out(&lines.collect::<String>());
        return Ok(());
    }
    if let Some(id) = &arguments.explain {
        let kind = KINDS.iter().find(|kind| kind.info.id == id).ok_or_else(|| {
            Failure::Unusable(format!("there is no kind of change `{id}`; --list names them all"))
        })?;
        console::out(&format!("{}\n", kind.explanation()));
        return Ok(());
    }
    let base = input::base(arguments.base.as_deref())?;
    let head = input::head(arguments.head.as_deref())?;
    let (old, new) = (parse(&base)?, parse(&head)?);
    let mut changes = diff::compare(&old, &new);
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
    match failed {
        true => Err(Failure::Findings(formats::summary(&changes, &release))),
        false => Ok(()),
    }
}

fn parse(source: &Source) -> Result<Document<'_>, Failure> {
    diff::parse(source).map_err(|problems| Failure::unparsable(source, &problems))
}
