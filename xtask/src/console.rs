//! Standard output and standard error. That the reader has gone, as `head` does, is no failure.

use std::io::{self, Write};

/// Writes a text to standard output.
pub fn out(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a line to standard error.
pub fn err(line: &str) {
    let _ = writeln!(io::stderr(), "{}", line.trim_end());
}
