//! `cargo xtask reference`: writes the pages of the lint rules and of the kinds of change.

use std::fs;

use diff::{KINDS, KindInfo};
use report::Group;

use crate::console;
use crate::failure::Failure;
use crate::workspace;

/// The first line of each page.
pub const GENERATED: &str = "<!-- Written by `cargo xtask reference`; do not edit. -->";

/// How many cases of a kind of change are on the page; `--explain` prints all.
const CASES: usize = 2;

/// Writes the pages.
///
/// # Errors
/// A file cannot be written.
pub fn run() -> Result<(), Failure> {
    workspace::document()?;
    for (path, text) in pages() {
        let file = workspace::file(&path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, text)?;
        console::err(&format!("wrote {path}"));
    }
    Ok(())
}

/// Returns the pages: the path of each in the repository, and its text.
pub fn pages() -> Vec<(String, String)> {
    let rules = Group::ALL.into_iter().map(|group| (group.page(), lint::page_of_group(group)));
    let pages = rules.chain([("docs/diff/kinds.md".to_owned(), page_of_kinds())]);
    pages.map(|(path, text)| (path, format!("{GENERATED}\n\n{text}"))).collect()
}

fn page_of_kinds() -> String {
    let row = |info: &KindInfo| {
        format!("| [{id}](#{id}) | {} |\n", info.summary.replace('|', "\\|"), id = info.id)
    };
    let rows: String = KINDS.iter().map(|kind| row(&kind.info)).collect();
    let sections: String =
        KINDS.iter().map(|kind| format!("\n{}", kind.explanation("##", CASES))).collect();
    format!("{KINDS_INTRODUCTION}| Kind | What it finds |\n| --- | --- |\n{rows}{sections}")
}

const KINDS_INTRODUCTION: &str = "\
# Kinds of change

`cargo xtask diff` reports each difference between two OpenAPI documents as a change of one of these kinds. To
print the section of a kind, run

```sh
cargo xtask diff --explain property-removed
```

The command prints more examples than this page.

A change has an impact on requests (does the service still accept what a client of the old document sends?), on
responses (does such a client still understand what the service sends?) and on Rust source (does code that was
written for the old client still compile?):

| Impact | Meaning |
| --- | --- |
| none | clients cannot notice the change |
| compatible | clients may notice the change, and continue to work |
| risky | potentially breaking: it depends on facts that the document does not contain |
| breaking | a client that used what the old document allows no longer works |

In the examples, lines with `-` are of the old document, and lines with `+` of the new one.

";
