//! The texts of a place.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::commands::reference::GENERATED;

use crate::places::{Kind, Place};
use crate::rust_texts::RustTexts;

/// Returns each text of a place, without code, with its file.
pub fn of(place: &Place) -> Vec<(String, String)> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of the repository");
    let mut files = Vec::new();
    for path in place.paths {
        collect(&root.join(path), place.kind, &mut files);
    }
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file");
        // Its texts are messages of the code that wrote it.
        let is_written = text.starts_with(GENERATED);
        let texts = match place.kind {
            Kind::Markdown if is_written => Vec::new(),
            Kind::Markdown => paragraphs(&text),
            Kind::Comments => comments(&text),
            Kind::Messages => RustTexts::of(&text).messages,
            Kind::Help => RustTexts::of(&text).help,
            Kind::Rustdoc => RustTexts::of(&text).docs,
        };
        let name = file.strip_prefix(root).expect("a file of the repository").display().to_string();
        all.extend(texts.iter().map(|text| (name.clone(), without_code(text))));
    }
    all
}

/// Adds the files of a path that contain texts of a kind, without tests.
fn collect(path: &Path, kind: Kind, files: &mut Vec<PathBuf>) {
    let extension = match kind {
        Kind::Markdown => "md",
        Kind::Comments => "yaml",
        Kind::Messages | Kind::Help | Kind::Rustdoc => "rs",
    };
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            collect(&entry.expect("an entry").path(), kind, files);
        }
    } else if path.extension().is_some_and(|known| known == extension)
        && !path.ends_with("tests.rs")
    {
        files.push(path.to_owned());
    }
}

/// The parts of a page between blank lines, without blocks of code.
fn paragraphs(page: &str) -> Vec<String> {
    let prose = page.split("```").step_by(2).collect::<Vec<_>>().join("\n\n");
    prose.split("\n\n").map(str::to_owned).collect()
}

/// The comments of a document, those on successive lines as one text.
fn comments(document: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in document.lines() {
        match line.trim_start().strip_prefix('#') {
            Some(text) => *all.last_mut().expect("a text") += &format!("{text}\n"),
            None => all.push(line.split_once(" # ").map_or("", |(_, text)| text).to_owned()),
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// A text on one line, with `…` in place of code: names in code are not prose.
fn without_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let prose: String = parts.map(|(at, part)| if at % 2 == 0 { part } else { "`…`" }).collect();
    prose.split_whitespace().collect::<Vec<_>>().join(" ")
}
