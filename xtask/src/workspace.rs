//! Where the workspace is, and what its lock file says.

use std::path::{Path, PathBuf};

use crate::failure::Failure;

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

/// Fails if the command does not run in the workspace.
pub fn require() -> Result<(), Failure> {
    const MEMBER: &str = "client/Cargo.toml";
    if file(MEMBER).is_file() {
        return Ok(());
    }
    let folder = std::path::absolute(root().join("."))?;
    Err(Failure::Unusable(format!(
        "error: expected the root of the workspace in `{}`, found no {MEMBER}\n\
         help: run `cargo xtask` inside a clone of the repository; `generate --spec` and `--out` need \
         it too, because the output uses the code of the client",
        folder.display()
    )))
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
