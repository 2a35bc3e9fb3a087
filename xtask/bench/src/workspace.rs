//! Where the workspace is, and what goes wrong in it.

use std::error::Error;
use std::path::Path;

/// What can go wrong is said to a person who can look into it.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The root of the workspace.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}
