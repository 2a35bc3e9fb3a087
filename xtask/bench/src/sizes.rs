//! The synthetic documents as files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, synthetic};

/// One document, and what it is after a change.
pub struct Synthetic {
    pub operations: usize,
    pub bytes: u64,
    pub yaml: PathBuf,
    pub json: PathBuf,
    pub changed: PathBuf,
}

impl Synthetic {
    pub fn megabytes(&self) -> f64 {
        self.bytes as f64 / 1e6
    }
}

/// Writes documents of about so many operations into `folder`.
pub fn write(folder: &Path, operations: &[usize]) -> Result<Vec<Synthetic>> {
    operations.iter().map(|&operations| write_one(folder, operations)).collect()
}

fn write_one(folder: &Path, operations: usize) -> Result<Synthetic> {
    let text = synthetic::document(operations);
    let file = |name: &str, text: &str| -> Result<PathBuf> {
        let path = folder.join(format!("{operations}-{name}"));
        fs::write(&path, text)?;
        Ok(path)
    };
    let yaml = file("operations.yaml", &text)?;
    let source = spec::Source::read(&yaml)?;
    let document = spec::Document::parse(&source).map_err(|_| "a synthetic document is no YAML")?;
    let json = file("operations.json", &document.root().to_value().to_string())?;
    let changed = file("changed.yaml", &synthetic::changed(&text))?;
    Ok(Synthetic { operations, bytes: text.len() as u64, yaml, json, changed })
}
