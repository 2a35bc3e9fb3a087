//! Other files that a document refers to.

use std::collections::HashSet;

use spec::{Document, Node};

/// Returns the files that the references of a document name, as they are written.
pub fn referenced_files<'d>(document: &'d Document<'_>) -> HashSet<&'d str> {
    let mut files = HashSet::new();
    references(document.root(), &mut |_, file| _ = files.insert(file));
    files
}

/// Calls a function for each reference to another file.
pub fn references<'d>(node: Node<'d>, found: &mut impl FnMut(Node<'d>, &'d str)) {
    if let Some(reference) = node.get("$ref")
        && let Some(file) = reference.as_str().and_then(|text| text.split('#').next())
        && !file.is_empty()
    {
        found(reference, file);
    }
    node.entries().for_each(|entry| references(entry.value, found));
    node.items().for_each(|item| references(item, found));
}
