//! A fresh secret on its way to a sink.

use std::fmt;

use tracing::{error, warn};

use super::{AppCredentials, IntentLog, Rotation, SecretSink, sink};
use crate::Error;

/// A fresh AppSecret that no sink has taken. Dropping it is logged as an error.
#[must_use = "the fresh AppSecret is here and nowhere else"]
pub struct UnsavedSecret {
    credentials: AppCredentials,
    error: Error,
    is_taken: bool,
}

impl UnsavedSecret {
    pub(super) fn new(credentials: AppCredentials) -> Self {
        let error = Error::not_sent("the sink was not asked yet");
        Self { credentials, error, is_taken: false }
    }

    /// Why the sink did not take it.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// The fresh credentials, to be stored in another way. Then clear the log.
    pub fn into_credentials(mut self) -> AppCredentials {
        self.is_taken = true;
        self.credentials.clone()
    }

    /// Tries a sink, several times over some seconds, and then clears the log.
    pub async fn save(mut self, sink: &dyn SecretSink, log: &dyn IntentLog) -> Rotation {
        match sink::save(sink, &self.credentials).await {
            Ok(()) => {
                self.is_taken = true;
                clear(log).await;
                Rotation::Rotated
            }
            Err(error) => {
                self.error = error;
                Rotation::Unsaved(self)
            }
        }
    }
}

/// A record that stays does no harm: resuming saves the same secret once more.
pub(super) async fn clear(log: &dyn IntentLog) {
    if let Err(error) = log.clear().await {
        warn!(error = %Error::storing("the log", &*error, &[]), "record of a rotation not cleared");
    }
}

impl Drop for UnsavedSecret {
    fn drop(&mut self) {
        if !self.is_taken {
            let app_id = &self.credentials.app_id;
            error!(%app_id, "a fresh AppSecret was dropped unsaved; resume the rotation");
        }
    }
}

impl fmt::Debug for UnsavedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsavedSecret")
            .field("credentials", &self.credentials)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
