//! The pages of the root and of `docs/`, and the commands in them.

use std::fs;
use std::path::{Path, PathBuf};

pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Returns each page, with its text.
pub fn pages() -> Vec<(PathBuf, String)> {
    let mut pages = Vec::new();
    let mut folders = vec![Path::new(ROOT).to_owned(), Path::new(ROOT).join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                Some(extension) if extension == "md" => {
                    let text = fs::read_to_string(&path).expect("a page");
                    pages.push((path, text));
                }
                None if folder.starts_with(Path::new(ROOT).join("docs")) => folders.push(path),
                _ => {}
            }
        }
    }
    pages
}

/// Returns the lines of the blocks of a shell, without prompts and comments.
pub fn shell_lines(page: &str) -> Vec<&str> {
    let blocks = page.split("```").skip(1).step_by(2);
    let shell = blocks.filter(|block| {
        ["sh\n", "console\n", "bash\n"].iter().any(|language| block.starts_with(language))
    });
    let lines = shell.flat_map(str::lines).map(|line| line.trim().trim_start_matches("$ "));
    lines.map(|line| line.split(" #").next().unwrap_or(line).trim()).collect()
}

/// Returns the code between backticks in the text of a page, such as the cells of tables.
pub fn inline_code(page: &str) -> Vec<&str> {
    let texts = page.split("```").step_by(2);
    texts.flat_map(|text| text.split('`').skip(1).step_by(2)).collect()
}

/// Returns the blocks of a language.
pub fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let start = format!("```{language}\n");
    page.split(&start).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}
