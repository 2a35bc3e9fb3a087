//! The synthetic documents as files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::alone::Work;
use crate::{Result, process, synthetic};

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
    let me = std::env::current_exe()?;
    let write = |&operations: &usize| {
        let yaml = folder.join(format!("{operations}.yaml"));
        process::run(&mut Work::Synthesize.command(&me, &yaml), &[0])?;
        Ok(Synthetic {
            operations,
            bytes: fs::metadata(&yaml)?.len(),
            json: yaml.with_extension("json"),
            changed: yaml.with_extension("changed.yaml"),
            yaml,
        })
    };
    operations.iter().map(write).collect()
}

/// Writes the document at `yaml`, whose name is the number of its operations, and beside it the
/// same in JSON and what it is after a change.
pub fn synthesize(yaml: &Path) -> Result<()> {
    let operations = yaml.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let text = synthetic::document(operations.parse()?);
    fs::write(yaml, &text)?;
    fs::write(yaml.with_extension("changed.yaml"), synthetic::changed(&text))?;
    let source = spec::Source::read(yaml)?;
    let document = spec::Document::parse(&source).map_err(|_| "a synthetic document is no YAML")?;
    fs::write(yaml.with_extension("json"), document.root().to_value().to_string())?;
    Ok(())
}
