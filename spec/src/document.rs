//! A parsed document.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::{
    builder::Builder,
    conflict, json,
    node::Node,
    parse_diagnostic::{ParseDiagnostic, ParseDiagnosticKind, Span},
    ref_error_kind::RefErrorKind,
    source::{Position, Source},
    tree::{Id, Tree},
    yaml,
};

/// What chains of references end at, by the values that they pass: a value, or the reference at
/// fault.
type Ends = HashMap<Id, Result<Id, (Id, RefErrorKind)>>;

/// The values of a [`Source`], each with its place.
///
/// Strings are borrowed from the source wherever they are written as they read. What is inside one
/// another never exceeds 128 objects and arrays, so recursion over a document is safe.
///
/// ```
/// # fn main() -> Result<(), Vec<spec::ParseDiagnostic>> {
/// let source = spec::Source::new("openapi.yaml", "openapi: 3.0.3\ninfo: {title: Apps}\n");
/// let document = spec::Document::parse(&source)?;
/// let title = document.at("/info/title").expect("has a title");
/// assert_eq!(title.as_str(), Some("Apps"));
/// assert_eq!(document.position(title.span().start).to_string(), "2:15");
/// # Ok(())
/// # }
/// ```
pub struct Document<'s> {
    source: &'s Source,
    pub(crate) tree: Tree<'s>,
    diagnostics: Vec<ParseDiagnostic>,
    /// How many values are before each one in its array or object, computed when it is needed.
    ordinals: OnceLock<Vec<u32>>,
    /// What long chains of references end at, as far as they were followed.
    long_chains: Mutex<Ends>,
}

impl<'s> Document<'s> {
    /// Reads YAML or JSON; a name that ends in `.json` admits only JSON.
    ///
    /// # Errors
    /// All diagnostics, the last one being what keeps the text from being read. Those that leave a
    /// readable document are in [`diagnostics`](Document::diagnostics) instead.
    pub fn parse(source: &'s Source) -> Result<Document<'s>, Vec<ParseDiagnostic>> {
        if let Some(fault) = source.fault() {
            return Err(vec![fault.clone()]);
        }
        let name = source.name().as_bytes();
        let extension = &name[name.len().saturating_sub(".json".len())..];
        if extension.eq_ignore_ascii_case(b".json") {
            return Document::read(source, json::read);
        }
        if source.text().trim_start().starts_with(['{', '[']) {
            // YAML may read the lines of a merge conflict as keys.
            let conflict = || conflict::find(source.text(), source.text().len());
            match Document::read(source, json::read) {
                Ok(document) => return Ok(document),
                Err(found) if found.last() == conflict().as_ref() => return Err(found),
                Err(_) => {}
            }
        }
        Document::read(source, yaml::read)
    }

    fn read(
        source: &'s Source,
        read: impl Fn(&mut Builder<'s>) -> Result<(), ParseDiagnostic>,
    ) -> Result<Document<'s>, Vec<ParseDiagnostic>> {
        let mut builder = Builder::new(source);
        let outcome = match source.text().trim().is_empty() {
            true => Ok(()),
            false => read(&mut builder),
        };
        let Builder { tree, mut diagnostics, .. } = builder;
        let absent = tree.nodes.first().is_none_or(|root| root.span.start == root.span.end);
        match outcome {
            Ok(()) if absent => diagnostics.push(empty()),
            Ok(()) => {
                let (ordinals, long_chains) = Default::default();
                return Ok(Document { source, tree, diagnostics, ordinals, long_chains });
            }
            Err(diagnostic) => diagnostics.push(nul(source).unwrap_or(diagnostic)),
        }
        Err(diagnostics)
    }

    /// Returns the problems of a text that could be read nevertheless, in the order of discovery.
    pub fn diagnostics(&self) -> &[ParseDiagnostic] {
        &self.diagnostics
    }

    /// Returns the text.
    pub fn source(&self) -> &'s Source {
        self.source
    }

    /// Returns the root value.
    pub fn root(&self) -> Node<'_> {
        Node { document: self, id: 0 }
    }

    pub(crate) fn long_chains(&self) -> MutexGuard<'_, Ends> {
        self.long_chains.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many values are before this one in its array or object.
    pub(crate) fn ordinal(&self, id: Id) -> u32 {
        let ordinals = self.ordinals.get_or_init(|| {
            let mut before = vec![0; self.tree.nodes.len()];
            let inner = self.tree.nodes.iter().map(|node| {
                let before = before.get_mut(node.parent as usize)?;
                *before += 1;
                Some(*before - 1)
            });
            inner.map(Option::unwrap_or_default).collect()
        });
        ordinals[id as usize]
    }

    /// Returns the line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        self.source.position(offset)
    }
}

impl std::fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({}, {} values)", self.source.name(), self.tree.nodes.len())
    }
}

/// Neither reader gets past this character, and each has another message for it.
fn nul(source: &Source) -> Option<ParseDiagnostic> {
    let start = source.text().find('\0')? as u32;
    let span = Span { start, end: start + 1 };
    let help = "remove the character; if the file is full of them, save it as UTF-8";
    Some(ParseDiagnostic::new(
        ParseDiagnosticKind::Nul,
        span,
        "the text contains the character U+0000",
        help,
    ))
}

fn empty() -> ParseDiagnostic {
    let message = "the document is empty";
    ParseDiagnostic::new(
        ParseDiagnosticKind::Empty,
        Span::default(),
        message,
        "start with `openapi: 3.0.3`",
    )
}
