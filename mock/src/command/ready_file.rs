//! The file that tells a test runner that the mock server listens, and where.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::replace_file::replace_file;

pub struct ReadyFile(PathBuf);

impl ReadyFile {
    /// Removes the file of an earlier run, whose address is not valid any more.
    pub fn prepare(path: PathBuf) -> Result<Self, String> {
        let name = path.display();
        match fs::symlink_metadata(&path) {
            Ok(file) if !file.is_file() => {
                return Err(format!("{name} is not a regular file; choose another --ready-file"));
            }
            Ok(_) => fs::remove_file(&path).map_err(|error| format!("{name}: {error}"))?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{name}: {error}")),
        }
        Ok(Self(path))
    }

    /// Writes the address, and a line break.
    pub fn write(&self, url: &str) -> Result<(), String> {
        replace_file(&self.0, &format!("{url}\n"))
    }
}
