//! Shows how a generated file differs from the file on disk.

use std::time::Duration;

use similar::TextDiff;

use generate::File;

/// The maximum number of lines that are printed for one file.
const LINES: usize = 40;

/// The time after which a diff that is not the shortest is printed.
const TIMEOUT: Duration = Duration::from_secs(1);

/// Returns the changes from the text on disk to the generated text, shortened to [`LINES`].
pub fn unified(on_disk: &str, file: &File) -> String {
    let diff = TextDiff::configure().timeout(TIMEOUT).diff_lines(on_disk, file.text.as_str());
    let generated = format!("{} (generated)", file.path);
    let text = diff.unified_diff().header(file.path, &generated).to_string();
    let mut printed: String = text.split_inclusive('\n').take(LINES).collect();
    match text.lines().count().saturating_sub(LINES) {
        0 => {}
        1 => printed += "… 1 more line\n",
        more => printed += &format!("… {more} more lines\n"),
    }
    printed
}
