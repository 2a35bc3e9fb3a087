//! The files that a document refers to.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use spec::{Document, Node, ParseDiagnostic, Source};

/// The most files that one document may reach.
const MAX_FILES: usize = 500;

/// A source, and the files that its references reach, once it is parsed.
pub struct Files {
    sources: Vec<OnceCell<Source>>,
}

impl Files {
    pub fn with(source: Source) -> Self {
        let rest = std::iter::repeat_with(OnceCell::new).take(MAX_FILES - 1);
        Self { sources: std::iter::once(OnceCell::from(source)).chain(rest).collect() }
    }

    /// Parses the source, and every file beside it that references reach and that can be read.
    pub fn parse(&self) -> Vec<Result<Document<'_>, Vec<ParseDiagnostic>>> {
        let mut parsed = Vec::new();
        let mut known = HashSet::new();
        let mut free = self.sources.iter().skip(1);
        while let Some(source) = self.sources.get(parsed.len()).and_then(OnceCell::get) {
            known.insert(identity(source.name()));
            let document = Document::parse(source);
            for name in document.iter().flat_map(neighbours) {
                // A device or a pipe may have no end.
                if known.insert(name.clone())
                    && Path::new(&name).is_file()
                    && let Ok(source) = Source::read(Path::new(&name))
                    && let Some(free) = free.next()
                {
                    free.get_or_init(|| source);
                }
            }
            parsed.push(document);
        }
        parsed
    }

    pub fn into_sources(self) -> impl Iterator<Item = Source> {
        self.sources.into_iter().filter_map(OnceCell::into_inner)
    }
}

/// The one name of a file among all that lead to it.
pub fn identity(name: &str) -> String {
    normalized(Path::new(name)).display().to_string()
}

/// The name of the file that a reference in another one means (RFC 3986, 5.2); none if it is a URL.
pub fn beside(name: &str, reference: &str) -> Option<String> {
    if spec::is_url(reference) {
        return None;
    }
    let folder = Path::new(name).parent().unwrap_or(Path::new(""));
    let mut path = if reference.starts_with('/') { PathBuf::from("/") } else { folder.to_owned() };
    let mut is_folder = true;
    for segment in reference.split('/') {
        let name = spec::percent_decode(segment);
        is_folder = matches!(&*name, "" | "." | "..");
        // An encoded slash is a part of a name, which no file has.
        path.push(if name.contains('/') { segment } else { &*name });
    }
    let mut path = normalized(&path);
    if is_folder {
        // Another resource than the file of that name.
        path.push("");
    }
    Some(path.display().to_string())
}

fn normalized(path: &Path) -> PathBuf {
    let mut normalized = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normalized.file_name().is_some() => {
                normalized.pop();
            }
            part => normalized.push(part),
        }
    }
    normalized
}

/// The files that the references of a document name.
fn neighbours(document: &Document) -> Vec<String> {
    let mut references = Vec::new();
    for node in document.root().descendants() {
        if node.is_at_key("$ref") || node.is_at_key("operationRef") {
            references.extend(node.as_str());
        } else if node.is_at_key("discriminator") {
            let mapping = node.get("mapping").into_iter().flat_map(Node::entries);
            let named = mapping.filter_map(|entry| entry.value.as_str());
            // What has neither of these is the name of a schema.
            references.extend(named.filter(|text| text.contains(['.', '/'])));
        }
    }
    let files = references.into_iter().filter_map(|reference| {
        let file = reference.split('#').next().filter(|file| !file.is_empty())?;
        beside(document.source().name(), file)
    });
    files.collect()
}
