//! Small regular files, which can be read without waiting for anyone.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Reads a file.
///
/// What is not a regular file is not opened: to open a FIFO waits for a writer, a device may have no
/// end, and to open it may do anything.
pub(crate) fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let found = fs::metadata(path)?;
    check(&found)?;
    let file = File::open(path)?;
    check(&file.metadata()?)?;
    // With room for all of it, no copy is left behind in memory.
    let room = found.len().min(LARGEST) as usize + 1;
    let mut contents = Zeroizing::new(Vec::with_capacity(room));
    file.take(LARGEST + 1).read_to_end(&mut contents)?;
    if contents.len() as u64 > LARGEST {
        let reason = format!("is larger than {LARGEST} bytes; use another path");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
    }
    Ok(contents)
}

/// Refuses what is not a regular file.
pub(crate) fn check(found: &Metadata) -> io::Result<()> {
    if found.is_file() {
        return Ok(());
    }
    let kind = if found.is_dir() { "a directory" } else { "a device, a FIFO, a socket or a link" };
    Err(io::Error::other(format!("expected a regular file, found {kind}; use another path")))
}
