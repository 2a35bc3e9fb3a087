//! The file that keeps the state of the mock server across restarts.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use modelarts_app_auth_mock::State;
use tempfile::NamedTempFile;

pub struct StateFile {
    path: PathBuf,
    /// The state in the file, until it is taken.
    state: Option<State>,
    /// The contents of the file.
    text: String,
}

impl StateFile {
    /// Reads the file, if there is one.
    pub fn open(path: PathBuf) -> Result<Self, String> {
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let state = match text.as_str() {
            "" => None,
            text => Some(serde_json::from_str(text).map_err(|error| {
                // The message of the error itself could contain a secret.
                format!(
                    "{}:{}:{}: not a state file of the mock server; \
                     fix it, or remove it to start without apps",
                    path.display(),
                    error.line(),
                    error.column(),
                )
            })?),
        };
        Ok(Self { path, state, text })
    }

    /// Takes the state that was in the file.
    pub fn take(&mut self) -> Option<State> {
        self.state.take()
    }

    /// Replaces the file as a whole if the state has changed, so that no reader sees a part of it.
    pub fn save(&mut self, state: &State) -> Result<(), String> {
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", self.path.display());
        let text = serde_json::to_string_pretty(state).map_err(|error| failed(&error))?;
        if text == self.text {
            return Ok(());
        }
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        // Only its owner may read it.
        let mut file =
            NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(|e| failed(&e))?;
        file.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
        file.persist(&self.path).map_err(|error| failed(&error.error))?;
        self.text = text;
        Ok(())
    }
}
