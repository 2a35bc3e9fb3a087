//! Finds the documents in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::failure::Failure;

/// Returns the JSON and YAML files below a folder, sorted by path.
///
/// Fails if there is none, because a measurement of nothing would look like a good one.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    find(folder, &mut found)?;
    found.sort();
    if found.is_empty() {
        let folder = folder.display();
        return Err(Failure::Unusable(format!("error: no JSON or YAML file below `{folder}`")));
    }
    Ok(found)
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error| Failure::unreadable(folder, &error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            find(&path, found)?;
        } else if extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension)) {
            found.push(path);
        }
    }
    Ok(())
}
