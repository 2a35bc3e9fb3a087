//! What is measured, one file for each section of the page.

mod client;
mod commands;
mod diff;
mod edit;
mod generate;
mod import;
mod lint;

use crate::workspace::Result;

/// A section of the page.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Section {
    /// Each command on the document of this workspace
    Commands,
    /// From `git clone`, and from an edit, to green tests
    Edit,
    /// `generate`, compared with progenitor alone
    Generate,
    /// `lint`, compared with a bare parser and other linters
    Lint,
    /// `diff`, compared with a bare parser
    Diff,
    /// Calls, compared with bare reqwest and progenitor alone
    Client,
    /// What it costs to import the client, compared with others
    Import,
}

impl Section {
    pub const ALL: &[Self] = &[
        Self::Commands,
        Self::Edit,
        Self::Generate,
        Self::Lint,
        Self::Diff,
        Self::Client,
        Self::Import,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Commands => "Commands on our document",
            Self::Edit => "From a clone, and from an edit, to green tests",
            Self::Generate => "Generate",
            Self::Lint => "Lint",
            Self::Diff => "Diff",
            Self::Client => "A call",
            Self::Import => "Importing the client",
        }
    }

    /// Measures, and tells it in Markdown.
    pub fn measure(self) -> Result<String> {
        match self {
            Self::Commands => commands::measure(),
            Self::Edit => edit::measure(),
            Self::Generate => generate::measure(),
            Self::Lint => lint::measure(),
            Self::Diff => diff::measure(),
            Self::Client => client::measure(),
            Self::Import => import::measure(),
        }
    }
}
