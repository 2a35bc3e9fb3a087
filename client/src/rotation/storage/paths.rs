//! Which file a path names, and whether two paths name one file.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file_error::explain;

/// As many symbolic links as Linux follows.
const MOST_LINKS: usize = 40;

/// Returns the absolute path to which `path` resolves, without symbolic links. The file need not exist,
/// its directory must.
pub(crate) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let directory = fs::canonicalize(directory(&path)).map_err(|error| {
            let help = "create it, give this user access to it, or use another path";
            explain("cannot use its directory", &error, help)
        })?;
        let resolved = directory.join(name);
        match fs::read_link(&resolved) {
            Ok(target) => path = directory.join(target),
            // It is not a link, or does not exist yet.
            Err(_) => return Ok(resolved),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// The directory that holds `path`.
pub(crate) fn directory(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A file in the same directory, with `suffix` after the name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.file_name().unwrap_or_default());
    name.push(suffix);
    path.with_file_name(name)
}

/// Whether two resolved paths name one file. Names in one directory that differ only in case count
/// as one, because some file systems ignore case and the file may not exist yet.
pub(crate) fn are_same(one: &Path, other: &Path) -> bool {
    let same = |one: &Path, other: &Path| {
        let identity = identity(one);
        identity.is_some() && identity == self::identity(other)
    };
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    same(one, other) || name(one) == name(other) && same(directory(one), directory(other))
}

/// What hard links and mounts of one file have in common; none if there is no file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}
