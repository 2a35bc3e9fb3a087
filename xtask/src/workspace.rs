//! The workspace and its lock file.

use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The root of the workspace: known from cargo, else the current folder.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let mut around = package.iter().flat_map(|package| package.ancestors().skip(1));
    let root = around.find(|folder| is_workspace(folder)).map(Path::to_owned);
    // A path that is short to read where the command runs in the root.
    match (root, std::env::current_dir()) {
        (Some(root), Ok(current)) if root == current => PathBuf::new(),
        (Some(root), _) => root,
        (None, _) => PathBuf::new(),
    }
}

/// Whether the manifest in a folder is that of a workspace.
fn is_workspace(folder: &Path) -> bool {
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
    manifest.is_ok_and(|manifest| manifest.contains("[workspace"))
}

/// Fails outside of the workspace, whose client generated code belongs to.
pub fn require() -> Result<(), Failure> {
    found(
        "client/Cargo.toml",
        "run `cargo xtask generate` inside a clone of the repository, also with `--spec` and `--out`: \
         the output uses the hand-written code of the client",
    )
}

/// Returns the path of the document of the workspace.
pub fn document() -> Result<PathBuf, Failure> {
    found("openapi.yaml", "run the command inside a clone of the repository, or name a document")?;
    Ok(file("openapi.yaml"))
}

fn found(name: &str, help: &str) -> Result<(), Failure> {
    if file(name).is_file() {
        return Ok(());
    }
    let folder = std::path::absolute(root().join("."))?;
    let folder = folder.display();
    Err(Failure::Unusable(format!(
        "error: expected the root of the workspace, found no {name} in `{folder}`\nhelp: {help}"
    )))
}

/// A file of the workspace.
pub fn file(name: &str) -> PathBuf {
    root().join(name)
}

/// The version of a package in the lock file.
pub fn locked_version(package: &str) -> String {
    let lock = std::fs::read_to_string(file("Cargo.lock")).unwrap_or_default();
    let entry = lock.split_once(&format!("name = \"{package}\"\nversion = \""));
    let version = entry.and_then(|(_, rest)| rest.split('"').next());
    version.unwrap_or("unknown").to_owned()
}

/// The `repository` in the manifest of the workspace; none until the owner sets it.
pub fn repository() -> Option<String> {
    // The manifest of another workspace has another repository.
    require().ok()?;
    let manifest = std::fs::read_to_string(file("Cargo.toml")).ok()?;
    let (_, package) = manifest.split_once("[workspace.package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("repository = \""))?;
    Some(line.split_once('"')?.0.to_owned())
}
