//! Files that are replaced as a whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

/// Writes `contents` to a file for its owner alone. When this is done, they are on the disk; when
/// it fails, the file is as it was or has all of them.
pub(super) fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    let new = beside(path)?;
    let written = write(&new, contents).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        drop(fs::remove_file(&new));
    }
    written.and_then(|()| sync_directory(path))
}

/// Does what [`replace`] does, with what is there already, or with `size` bytes that do not stay.
pub(super) fn rehearse(path: &Path, size: usize) -> io::Result<()> {
    match fs::read(path).map(Zeroizing::new) {
        Ok(contents) => replace(path, &contents),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let new = beside(path)?;
            let written = write(&new, &vec![b' '; size]);
            let removed = remove(&new);
            written.and(removed)
        }
        Err(error) => Err(error),
    }
}

/// Removes a file, which need not be there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed.and_then(|()| sync_directory(path)),
    }
}

/// A name in the same directory, as only there a file can be renamed at a stroke.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_owned();
    name.push(".new");
    Ok(path.with_file_name(name))
}

fn write(new: &Path, contents: &[u8]) -> io::Result<()> {
    // A crash may have left one, and nothing that others put there is written to.
    remove(new)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(new)?;
    file.write_all(contents)?;
    file.sync_all()
}

/// A new name is on the disk when its directory is. Only Unix opens directories.
fn sync_directory(path: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}
