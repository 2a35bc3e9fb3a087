//! Replaces a file by another text at once, so that a reader sees the old one or the new one.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a text to a file. The permissions of an existing file stay, and a symbolic link is followed.
///
/// # Errors
/// The file is read-only, or the file system reports an error; the file is unchanged then.
pub fn write(path: &Path, text: &[u8]) -> io::Result<()> {
    let existing = match fs::canonicalize(path) {
        Ok(path) => Some(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let path = existing.as_deref().unwrap_or(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::Builder::new().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    match &existing {
        Some(existing) => {
            let permissions = fs::metadata(existing)?.permissions();
            if permissions.readonly() {
                return Err(io::Error::new(
                    io::ErrorKind::PermissionDenied,
                    "the file is read-only",
                ));
            }
            file.as_file().set_permissions(permissions)?;
        }
        #[cfg(unix)]
        None => {
            file.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?
        }
        #[cfg(not(unix))]
        None => {}
    }
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
