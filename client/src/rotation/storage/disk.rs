//! Regular files that are replaced as a whole, or not at all.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::file_error::{explain, name};
use super::paths::{directory, resolve, with_suffix};
use crate::regular_file::{self, check};

/// The suffix of the name of a file until it is complete.
pub(crate) const UNFINISHED: &str = ".new";

/// Reads a file; none if it does not exist.
pub(crate) fn read(path: &Path) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    read_resolved(&resolve(path)?)
}

/// Writes `contents` to a file. When this is done, they are on the disk; when it fails, the file is
/// as it was or has all of them.
pub(crate) fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    replace_resolved(&resolve(path)?, contents)
}

/// Does what [`replace`] does, with what is there already, or with `size` bytes that do not stay.
pub(crate) fn dry_run(path: &Path, size: usize) -> io::Result<()> {
    let path = resolve(path)?;
    if let Some(contents) = read_resolved(&path)? {
        return replace_resolved(&path, &contents);
    }
    let new = with_suffix(&path, UNFINISHED);
    let written = write(&new, &vec![b' '; size], None);
    let removed = remove_resolved(&new);
    written.and(removed)
}

/// Removes a file, which need not be there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    remove_resolved(&resolve(path)?)
}

/// Opens a file for a lock and creates it if needed. It has no contents.
pub(crate) fn open_for_lock(path: &Path) -> io::Result<File> {
    regular(path)?;
    let help = "its directory must be writable, and this user needs access to it";
    let opened = options().create(true).truncate(false).open(path);
    let file = opened.map_err(|error| explain("cannot be opened", &error, help))?;
    check(&file.metadata()?)?;
    Ok(file)
}

fn read_resolved(path: &Path) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    if regular(path)?.is_none() {
        return Ok(None);
    }
    let help = "give this user access to it, or use another path";
    regular_file::read(path).map(Some).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => error,
        _ => explain("cannot be read", &error, help),
    })
}

fn replace_resolved(path: &Path, contents: &[u8]) -> io::Result<()> {
    let old = regular(path)?;
    let new = with_suffix(path, UNFINISHED);
    let written = write(&new, contents, old.as_ref()).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        drop(remove_resolved(&new));
    }
    written.and_then(|()| sync_directory(path))
}

fn remove_resolved(path: &Path) -> io::Result<()> {
    if regular(path)?.is_none() {
        return Ok(());
    }
    fs::remove_file(path).and_then(|()| sync_directory(path))
}

/// Writes a new file that only its owner can read, or those who can read `old`.
fn write(new: &Path, contents: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    // A crash may have left one, and nothing that others put there is written to.
    remove_resolved(new).map_err(|error| name(new, &error))?;
    let mut file = options().create_new(true).open(new).map_err(|error| {
        name(new, &explain("cannot be created", &error, "its directory must be writable"))
    })?;
    if let Some(old) = old {
        keep_access(&file, old)?;
    }
    file.write_all(contents)?;
    file.sync_all()
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Gives a new file the owner, the group and the mode of the one that it replaces.
#[cfg(unix)]
fn keep_access(new: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = new.metadata()?;
    if (own.uid(), own.gid()) != (old.uid(), old.gid()) {
        fchown(new, Some(old.uid()), Some(old.gid())).map_err(|error| {
            let what = format!("cannot keep its owner {} and group {}", old.uid(), old.gid());
            explain(&what, &error, "rotate as its owner, or change the owner of the file")
        })?;
    }
    new.set_permissions(fs::Permissions::from_mode(old.mode() & 0o777))
}

#[cfg(not(unix))]
fn keep_access(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// What is at a resolved path, without opening it; none if nothing is.
fn regular(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => check(&found).map(|()| Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A new name is on the disk when its directory is. Only Unix opens directories.
fn sync_directory(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(directory(path))?.sync_all() } else { Ok(()) }
}
