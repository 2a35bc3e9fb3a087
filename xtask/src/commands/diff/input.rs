//! The documents that are compared: files, or what git has of `openapi.yaml`.

use std::path::Path;
use std::process::Command;

use spec::Source;

use crate::failure::Failure;
use crate::workspace;

/// The name of the document in every revision.
const NAME: &str = "openapi.yaml";

/// The old document; without a name, that of the last release, or of the last commit.
pub fn base(name: Option<&str>) -> Result<Source, Failure> {
    match name {
        Some(name) => read(name),
        None => revision(&last_release().unwrap_or_else(|| "HEAD".to_owned())),
    }
}

/// The new document; without a name, the file of the workspace.
pub fn head(name: Option<&str>) -> Result<Source, Failure> {
    match name {
        Some(name) => read(name),
        None => file(&workspace::document()?),
    }
}

/// Whether the new document is the file of the workspace.
pub fn is_of_workspace(name: Option<&str>) -> bool {
    let Some(name) = name else { return true };
    let known = Path::new(name).canonicalize().ok();
    known.is_some() && known == workspace::file(NAME).canonicalize().ok()
}

/// The tag of the last release, if there was one.
pub fn last_release() -> Option<String> {
    let tag = git(&["describe", "--tags", "--abbrev=0"]).ok()?;
    Some(String::from_utf8_lossy(&tag).trim().to_owned())
}

/// A file as a revision has it.
pub fn show(object: &str) -> Result<Vec<u8>, String> {
    git(&["show", "--end-of-options", object])
}

fn read(name: &str) -> Result<Source, Failure> {
    let path = Path::new(name);
    if path.exists() { file(path) } else { revision(name) }
}

fn file(path: &Path) -> Result<Source, Failure> {
    Source::read(path).map_err(|error| Failure::unreadable(path, &error))
}

fn revision(name: &str) -> Result<Source, Failure> {
    let object = if name.contains(':') { name.to_owned() } else { format!("{name}:{NAME}") };
    let bytes = show(&object).map_err(|error| {
        let reason = format!("neither a file nor a git revision with {NAME}: {error}");
        let reason = format!("error: cannot read `{name}`: {reason}");
        Failure::Unusable(reason)
    })?;
    Ok(Source::from_bytes(object, bytes))
}

fn git(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let root = workspace::root();
    let folder = if root.as_os_str().is_empty() { Path::new(".") } else { root.as_path() };
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.map_err(|error| format!("cannot run git: {error}"))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let error = String::from_utf8_lossy(&output.stderr);
            Err(error.lines().next().unwrap_or("git failed").to_owned())
        }
    }
}
