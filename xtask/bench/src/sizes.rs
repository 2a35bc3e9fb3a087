//! The synthetic documents as files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::baseline::Workload;
use crate::process;
use crate::workspace::Result;

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
        process::run(&mut Workload::Synthesize.command(&me, &yaml), &[0])?;
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
