//! Why a crate cannot be parsed.

use std::fmt;

/// The file or module of a crate that cannot be parsed, and why.
#[derive(Debug)]
pub struct Error {
    /// A path from `src`, or the path of a module.
    pub(crate) place: String,
    pub(crate) reason: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for Error {}
