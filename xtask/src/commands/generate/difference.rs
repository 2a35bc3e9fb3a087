//! What a generated file has and the file on disk has not, as a unified diff.

use std::time::Duration;

use similar::TextDiff;

use generate::File;

/// The most lines that are printed for one file.
const LINES: usize = 40;

/// How long the shortest diff is searched for; after that a longer one is printed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Returns the changes from the text on disk to the generated text, shortened to [`LINES`].
pub fn unified(on_disk: &str, file: &File) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(on_disk, file.text.as_str());
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
