//! How a command fails: a check failed (exit 1), or its input cannot be used (exit 2).

use std::io;
use std::process::ExitCode;

use report::Diagnostic;
use spec::{ParseDiagnostic, Source};

use crate::console;

/// Why a command did not succeed.
#[derive(Debug)]
pub enum Failure {
    /// It ran, and found something. What it found may be printed already.
    CheckFailed(String),
    /// It could not run on what it was given.
    Unusable(String),
}

impl Failure {
    /// The file could not be read at all.
    pub fn unreadable(path: &std::path::Path, error: &io::Error) -> Self {
        Self::Unusable(format!("error: cannot read {}: {error}", path.display()))
    }

    /// The text is not an OpenAPI document.
    pub fn unparsable(source: &Source, problems: &[ParseDiagnostic]) -> Self {
        let diagnostics: Vec<Diagnostic> = problems.iter().map(lint::diagnostic).collect();
        Self::Unusable(format!(
            "error: cannot read {} as an OpenAPI document\n\n{}",
            source.name(),
            report::pretty(source, &diagnostics)
        ))
    }

    /// Prints what happened, and returns the exit status for it.
    pub fn report(&self) -> ExitCode {
        console::err(self.text());
        match self {
            Self::CheckFailed(_) => ExitCode::from(1),
            Self::Unusable(_) => ExitCode::from(2),
        }
    }

    /// Returns what happened.
    pub fn text(&self) -> &str {
        match self {
            Self::CheckFailed(text) | Self::Unusable(text) => text,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Unusable(format!("error: {error}"))
    }
}
