//! Errors of files, with the path and what to do.

use std::io;
use std::path::Path;

use crate::call::printable::printable;

/// The longest path that is shown, in characters.
const LONGEST_SHOWN: usize = 1_000;

/// A path as an error shows it, on one line.
pub(crate) fn shown(path: &Path) -> String {
    printable(&path.display().to_string(), &[], LONGEST_SHOWN)
}

/// Names the file in an error.
pub(crate) fn name(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// Says what failed, and what helps.
pub(crate) fn explain(what: &str, error: &io::Error, help: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{what}: {error}; {help}"))
}
