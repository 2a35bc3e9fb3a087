//! Reads the edits of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use diff::Level;
use serde::{Deserialize, Deserializer};
use spec::{Document, Source};

use super::operation::{self, Operation};
use crate::corpus::documents;
use xtask::failure::Failure;
use xtask::workspace;

/// The document that the edits of a folder change, if it has one.
const DOCUMENT: &str = "document.yaml";

/// An edit of a document, and its expected effect.
pub struct Edit {
    /// The path of its file, below the folder of all edits and without an extension.
    pub name: String,
    /// The document that it changes.
    pub document: PathBuf,
    pub content: Content,
}

/// What the file of an edit says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What a maintainer does.
    pub summary: String,
    /// Makes the old document, where the document does not have what the edit is about.
    #[serde(default)]
    pub before: Vec<Operation>,
    /// Makes the new document of the old one.
    pub edits: Vec<Operation>,
    pub expect: Expected,
    /// Whether oasdiff calls the edit harmless.
    #[serde(default)]
    pub harmless_to_oasdiff: bool,
}

/// What the commands, the compiler and the tests say of an edit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The rules that find more than in the old document.
    #[serde(default)]
    pub lint: Vec<String>,
    /// The kinds of change.
    pub changes: Vec<String>,
    #[serde(deserialize_with = "level")]
    pub requests: Level,
    #[serde(deserialize_with = "level")]
    pub responses: Level,
    #[serde(deserialize_with = "level")]
    pub source: Level,
    #[serde(default)]
    pub generate: Generation,
    /// How many more tests are generated than for the old document. Without it no tests run.
    pub tests: Option<Added>,
}

/// The number of generated tests, compared with the old document.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub enum Added {
    Exactly(i64),
    /// By how many depends on what else the document has.
    AtLeast(Direction),
}

/// More tests or fewer.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    More,
    Fewer,
}

impl Added {
    /// Returns whether a difference is the expected one.
    pub fn is(self, difference: i64) -> bool {
        match self {
            Self::Exactly(expected) => difference == expected,
            Self::AtLeast(Direction::More) => difference > 0,
            Self::AtLeast(Direction::Fewer) => difference < 0,
        }
    }
}

impl std::fmt::Display for Added {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exactly(0) => f.write_str("as before"),
            Self::Exactly(number) => write!(f, "{number:+}"),
            Self::AtLeast(Direction::More) => f.write_str("more"),
            Self::AtLeast(Direction::Fewer) => f.write_str("fewer"),
        }
    }
}

/// What `generate` does.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Generation {
    /// Writes code.
    #[default]
    Written,
    /// Writes the same code as for the old document.
    Unchanged,
    /// Writes nothing, because of an error of lint.
    Refused,
}

impl Edit {
    /// Returns the documents before and after the edit.
    ///
    /// # Errors
    /// The document does not have what the edit is about.
    pub fn documents(&self) -> Result<[String; 2], String> {
        let text = fs::read_to_string(&self.document);
        let text = text.map_err(|error| format!("{}: {error}", self.document.display()))?;
        self.applied_to(text)
    }

    /// Returns a document before and after the edit.
    ///
    /// # Errors
    /// The document does not have what the edit is about.
    pub fn applied_to(&self, document: String) -> Result<[String; 2], String> {
        let base = operation::apply_all(&self.content.before, document)?;
        let head = operation::apply_all(&self.content.edits, base.clone())?;
        Ok([base, head])
    }
}

/// Returns the edits below a folder whose names contain one of these texts, or all if there is none.
///
/// # Errors
/// A file is not an edit, or a text is in no name.
pub fn read(folder: &Path, selected: &[String]) -> Result<Vec<Edit>, Failure> {
    let mut edits = Vec::new();
    for path in documents::below(folder)? {
        if !path.ends_with(DOCUMENT) {
            edits.push(read_one(folder, &path)?);
        }
    }
    for text in selected {
        if !edits.iter().any(|edit| edit.name.contains(text)) {
            let folder = folder.display();
            return Err(Failure::Unusable(format!(
                "error: no edit has `{text}` in its name\nhelp: the names are the files in `{folder}`"
            )));
        }
    }
    let is_selected =
        |edit: &Edit| selected.is_empty() || selected.iter().any(|text| edit.name.contains(text));
    edits.retain(is_selected);
    Ok(edits)
}

fn read_one(folder: &Path, path: &Path) -> Result<Edit, Failure> {
    let source = Source::read(path).map_err(|error| Failure::unreadable(path, &error))?;
    let document =
        Document::parse(&source).map_err(|problems| Failure::unparsable(&source, &problems))?;
    let content = serde_json::from_value(document.root().to_value()).map_err(|error| {
        let operations =
            "`add`, `set`, `remove`, `rename` with `to`, `last` or `replace` with `with`";
        let help = format!("help: each operation is one of {operations}");
        Failure::Unusable(format!("error: {}: {error}\n{help}", path.display()))
    })?;
    let name = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let name = name.to_string_lossy().replace('\\', "/");
    let own = path.with_file_name(DOCUMENT);
    let document = if own.exists() { own } else { workspace::document()? };
    Ok(Edit { name, document, content })
}

fn level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Level, D::Error> {
    let name = String::deserialize(deserializer)?;
    Level::ALL.into_iter().find(|level| level.name() == name).ok_or_else(|| {
        let names = Level::ALL.map(Level::name).join(", ");
        serde::de::Error::custom(format!("expected one of {names}; found `{name}`"))
    })
}
