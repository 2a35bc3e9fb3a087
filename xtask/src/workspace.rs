//! Where the workspace is, and what its lock file says.

use std::path::{Path, PathBuf};

/// The root of the workspace: known from cargo, else the current folder.
pub fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = manifest.as_deref().and_then(Path::parent).map(Path::to_owned);
    // A path that is short to read where the command runs in the root.
    match (root, std::env::current_dir()) {
        (Some(root), Ok(current)) if root == current => PathBuf::new(),
        (Some(root), _) => root,
        (None, _) => PathBuf::new(),
    }
}

/// A file of the workspace.
pub fn file(name: &str) -> PathBuf {
    root().join(name)
}

/// The version of a package that this xtask was built with.
pub fn locked_version(package: &str) -> &'static str {
    let lock = include_str!("../../Cargo.lock");
    let entry = lock.split_once(&format!("name = \"{package}\"\nversion = \""));
    entry.and_then(|(_, rest)| rest.split('"').next()).unwrap_or("unknown")
}
