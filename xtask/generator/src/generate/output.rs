//! Writes all generated files or none, or compares them with the files on disk.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use generate::File;

/// Whether files are written or only compared.
#[derive(Clone, Copy, PartialEq)]
pub enum Mode {
    Write,
    Check,
}

/// How a file on disk compares with the generated text.
#[derive(PartialEq)]
pub enum FileState {
    Unchanged,
    /// The file has this text instead.
    Changed(String),
    Missing,
}

/// Writes the files below `root` that differ, or only returns how they compare.
pub fn apply(root: &Path, files: &[File], mode: Mode) -> io::Result<Vec<FileState>> {
    let states: Vec<FileState> =
        files.iter().map(|file| file_state(root, file)).collect::<Result<_, _>>()?;
    if mode == Mode::Write {
        let changed =
            files.iter().zip(&states).filter(|(_, state)| **state != FileState::Unchanged);
        let written = changed.map(|(file, _)| beside(root, file)).collect::<Result<Vec<_>, _>>()?;
        for (temporary, path) in written {
            temporary.persist(&path).map_err(|error| named(&path, error.error))?;
        }
    }
    Ok(states)
}

fn file_state(root: &Path, file: &File) -> io::Result<FileState> {
    let path = root.join(file.path);
    match fs::read(&path) {
        Ok(bytes) if bytes == file.text.as_bytes() => Ok(FileState::Unchanged),
        Ok(bytes) => Ok(FileState::Changed(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(FileState::Missing),
        Err(error) => Err(named(&path, error)),
    }
}

/// Writes the text to a temporary file in the same folder, so that a rename is sufficient.
fn beside(root: &Path, file: &File) -> io::Result<(tempfile::NamedTempFile, PathBuf)> {
    let path = root.join(file.path);
    let folder = path.parent().unwrap_or(root);
    let write = || {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let mut temporary = builder.tempfile_in(folder)?;
        temporary.write_all(file.text.as_bytes())?;
        Ok(temporary)
    };
    let temporary = write().map_err(|error| named(&path, error))?;
    Ok((temporary, path))
}

fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
