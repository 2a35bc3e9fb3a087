//! The file that keeps the state of the mock server across restarts.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use modelarts_app_auth_mock::State;

use crate::replace_file::replace_file;

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

    /// Replaces the file if the state has changed.
    pub fn save(&mut self, state: &State) -> Result<(), String> {
        let failed = |error| format!("{}: {error}", self.path.display());
        let text = serde_json::to_string_pretty(state).map_err(failed)?;
        if text == self.text {
            return Ok(());
        }
        replace_file(&self.path, &text)?;
        self.text = text;
        Ok(())
    }
}
