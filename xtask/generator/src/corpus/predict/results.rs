//! Keeps the result of a document, so that a run that was stopped goes on where it was.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use super::record::Record;
use xtask::failure::Failure;
use xtask::workspace;

/// A folder with a file for each document and generator.
pub struct Results {
    folder: PathBuf,
    /// A hash of this program and of all sources that are compiled with generated code.
    tools: u64,
}

impl Results {
    /// Opens a folder of results, which is created if it does not exist.
    pub fn open(folder: PathBuf) -> Result<Self, Failure> {
        fs::create_dir_all(&folder)?;
        let mut hasher = DefaultHasher::new();
        fs::read(std::env::current_exe()?)?.hash(&mut hasher);
        for source in ["client/Cargo.toml", "client/src", "tests/src", "spec/src", "Cargo.lock"] {
            hash_all(&workspace::file(source), &mut hasher)?;
        }
        Ok(Self { folder, tools: hasher.finish() })
    }

    /// Returns the key of a document: what it says and what it is made into a client with.
    pub fn key(&self, document: &Path) -> Result<String, Failure> {
        let bytes = fs::read(document).map_err(|error| Failure::unreadable(document, &error))?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        // The extension decides whether a document is read as JSON.
        document.extension().hash(&mut hasher);
        self.tools.hash(&mut hasher);
        Ok(format!("{:016x}", hasher.finish()))
    }

    /// Returns the result of an earlier run; a file that cannot be read counts as none.
    pub fn get(&self, key: &str) -> Option<Record> {
        serde_json::from_slice(&fs::read(self.file(key)).ok()?).ok()
    }

    /// Keeps a result.
    pub fn put(&self, key: &str, record: &Record) -> Result<(), Failure> {
        let text = serde_json::to_string(record).map_err(io::Error::from)?;
        // A run that is stopped here leaves no half of a file.
        let file = self.file(key);
        let new = file.with_extension("new");
        fs::write(&new, text)?;
        Ok(fs::rename(new, file)?)
    }

    fn file(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }
}

/// Hashes a file, or all files below a folder except for generated ones: the document decides them.
fn hash_all(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for entry in entries.iter().filter(|entry| !entry.ends_with("generated")) {
        if !entry.ends_with("generated.rs") {
            entry.hash(hasher);
            hash_all(entry, hasher)?;
        }
    }
    Ok(())
}
