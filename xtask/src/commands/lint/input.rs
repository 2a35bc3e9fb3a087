//! The documents that are checked: files, or standard input.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use spec::Source;

use crate::failure::Failure;

/// The path that means standard input.
const STDIN: &str = "-";

/// The most bytes that are read of standard input, more than a document may have.
const MAX_BYTES: u64 = 1 << 31;

/// Returns whether a path means standard input.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new(STDIN)
}

/// Reads all documents. `stdin_name` is the name of the document on standard input; a name that ends
/// in `.json` makes it JSON, and files that it refers to are searched in the folder of the name.
pub fn read(paths: &[PathBuf], stdin_name: Option<&Path>) -> Result<Vec<Source>, Failure> {
    if paths.iter().filter(|path| is_stdin(path)).count() > 1 {
        return Err(Failure::Unusable("error: standard input (`-`) can be read once only".into()));
    }
    let read = |path: &PathBuf| match is_stdin(path) {
        true => read_stdin(stdin_name.unwrap_or(Path::new("<stdin>"))),
        false => Source::read(path).map_err(|error| Failure::unreadable(path, &error)),
    };
    paths.iter().map(read).collect()
}

fn read_stdin(name: &Path) -> Result<Source, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Failure::unreadable(Path::new("standard input"), &error))?;
    Ok(Source::from_bytes(name.display().to_string(), bytes))
}
