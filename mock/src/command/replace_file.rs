//! Writes a file as a whole, so that no reader sees a part of it.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces the file, which only its owner may read.
pub fn replace_file(path: &Path, text: &str) -> Result<(), String> {
    let failed = |error: &dyn Display| format!("{}: {error}", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file =
        NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(|e| failed(&e))?;
    file.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}
