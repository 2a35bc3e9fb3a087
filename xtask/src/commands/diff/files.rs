//! The files beside two documents: which of them differ.

use std::collections::HashSet;
use std::path::Path;

use spec::{Document, Source, is_same};

use super::input;

/// How many files are compared. Beyond that, the rest counts as different.
const MAX_FILES: usize = 500;

/// Returns the files, as references of both documents name them, that do not have the same content,
/// or cannot be read.
pub fn changed(base: &Document, head: &Document) -> HashSet<String> {
    let (old, new) = (diff::referenced_files(base), diff::referenced_files(head));
    let both = old.into_iter().filter(|file| new.contains(file));
    let names = (base.source().name(), head.source().name());
    both.filter(|file| !same(names, file)).map(str::to_owned).collect()
}

/// Whether a file is the same beside two documents, with all files that it refers to.
fn same((base, head): (&str, &str), file: &str) -> bool {
    let mut known = HashSet::new();
    let mut open = vec![(base.to_owned(), head.to_owned(), file.to_owned())];
    while let Some((base, head, file)) = open.pop() {
        // What has a scheme is read from the same place by both.
        let Some(pair) = beside(&base, &file).zip(beside(&head, &file)) else { continue };
        if pair.0 == pair.1 || !known.insert(pair.clone()) {
            continue;
        }
        let (Some(old), Some(new)) = (read(&pair.0), read(&pair.1)) else { return false };
        let (Ok(old), Ok(new)) = (Document::parse(&old), Document::parse(&new)) else {
            return false;
        };
        if known.len() > MAX_FILES || !is_same(old.root(), new.root()) {
            return false;
        }
        let files = diff::referenced_files(&old).into_iter();
        open.extend(files.map(|file| (pair.0.clone(), pair.1.clone(), file.to_owned())));
    }
    true
}

/// The name of a file beside another one, on the disk or in a revision.
fn beside(name: &str, file: &str) -> Option<String> {
    match name.split_once(':').filter(|_| !Path::new(name).exists()) {
        Some((revision, path)) => Some(format!("{revision}:{}", lint::beside(path, file)?)),
        None => lint::beside(name, file),
    }
}

fn read(name: &str) -> Option<Source> {
    // A device or a pipe may have no end.
    let path = Path::new(name);
    match path.exists() {
        true if path.is_file() => Source::read(path).ok(),
        true => None,
        false if name.contains(':') => Some(Source::from_bytes(name, input::show(name).ok()?)),
        false => None,
    }
}
