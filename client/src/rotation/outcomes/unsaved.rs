//! A fresh secret on its way to a sink.

use std::fmt;

use tracing::error;

use crate::Error;
use crate::rotation::journal::Journal;
use crate::rotation::storage::sink;
use crate::rotation::{AppCredentials, IntentLog, Rotation, SecretSink};

/// A fresh AppSecret that no sink has taken. Dropping it is logged as an error.
#[must_use = "the fresh AppSecret is here and nowhere else"]
pub struct UnsavedSecret {
    credentials: AppCredentials,
    error: Error,
    /// Of the record in the log.
    holder: String,
    is_taken: bool,
}

impl UnsavedSecret {
    pub(in crate::rotation) fn new(credentials: AppCredentials, journal: &Journal<'_>) -> Self {
        let error = Error::not_sent("the sink was not asked yet");
        Self { credentials, error, holder: journal.holder().to_owned(), is_taken: false }
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
    ///
    /// `log` must be the log of the rotation. If it no longer holds the record of this rotation,
    /// another one has resumed or replaced it, and the AppSecret here may be older than the stored
    /// one. Then nothing is stored, and this returns [`Rotation::Unsaved`] again.
    pub async fn save(self, sink: &dyn SecretSink, log: &dyn IntentLog) -> Rotation {
        match Journal::reopen(log, Some(sink), self.holder.clone()).await {
            Ok(journal) => self.save_in(&journal, sink).await,
            Err(error) => self.stays(error),
        }
    }

    pub(in crate::rotation) async fn save_in(
        mut self,
        journal: &Journal<'_>,
        sink: &dyn SecretSink,
    ) -> Rotation {
        if let Err(error) = sink::save(sink, &self.credentials, journal).await {
            return self.stays(error);
        }
        if let Err(error) = journal.clear().await {
            return self.stays(error);
        }
        self.is_taken = true;
        Rotation::Rotated
    }

    fn stays(mut self, error: Error) -> Rotation {
        self.error = error;
        Rotation::Unsaved(self)
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
