//! The files that a document refers to.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use spec::{Document, Node, Source};

/// The most files that one document may reach.
const MAX_FILES: usize = 500;

/// A source, and every file beside it that its references reach and that can be read.
pub fn with_neighbours(source: Source) -> Vec<Source> {
    let mut sources = vec![source];
    let mut known: HashSet<String> = sources.iter().map(|s| s.name().to_owned()).collect();
    let mut next = 0;
    while next < sources.len() && sources.len() < MAX_FILES {
        for name in neighbours(&sources[next]) {
            // A device or a pipe may have no end.
            if known.insert(name.clone())
                && Path::new(&name).is_file()
                && let Ok(source) = Source::read(Path::new(&name))
            {
                sources.push(source);
            }
        }
        next += 1;
    }
    sources
}

/// The name of a file that a reference in another one means; none if it is no file.
pub fn beside(name: &str, reference: &str) -> Option<String> {
    let is_url = reference.starts_with("//") || reference.split_once(':').is_some_and(is_scheme);
    if is_url {
        return None;
    }
    let mut path = PathBuf::new();
    let folder = Path::new(name).parent().unwrap_or(Path::new(""));
    for part in folder.join(&*spec::percent_decode(reference)).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if path.file_name().is_some() => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    Some(path.display().to_string())
}

fn is_scheme((scheme, _): (&str, &str)) -> bool {
    scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The files that the references of a text name.
fn neighbours(source: &Source) -> Vec<String> {
    if !has_file_reference(source.text()) {
        return Vec::new();
    }
    let Ok(document) = Document::parse(source) else { return Vec::new() };
    let mut found = Vec::new();
    visit(document.root(), &mut |reference| {
        let file = reference.split('#').next().unwrap_or_default();
        if !file.is_empty() {
            found.extend(beside(source.name(), file));
        }
    });
    found
}

/// Whether any `$ref` starts with something else than `#`: reading the document twice is worth it
/// only then.
fn has_file_reference(text: &str) -> bool {
    let after = text.match_indices("$ref").map(|(at, key)| &text[at + key.len()..]);
    let values = after.map(|rest| rest.trim_start_matches(['"', '\'', ':', ' ', '\t', '\r', '\n']));
    values.into_iter().any(|value| !value.starts_with('#'))
}

fn visit(node: Node, found: &mut impl FnMut(&str)) {
    if let Some(reference) = node.get("$ref").and_then(Node::as_str) {
        found(reference);
    }
    node.entries().for_each(|entry| visit(entry.value, found));
    node.items().for_each(|item| visit(item, found));
}
