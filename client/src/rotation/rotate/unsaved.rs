//! Saves a new secret that was not saved at first.

use crate::error::Error;
use crate::rotation::journal::Journal;
use crate::rotation::outcomes::rotation::Rotation;
use crate::rotation::outcomes::unsaved::UnsavedSecret;
use crate::rotation::save;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

impl UnsavedSecret {
    /// Stores the AppSecret in `sink`, with several tries over some seconds, and then clears the log.
    ///
    /// `log` must be the log of the rotation. If it no longer holds the record of this rotation,
    /// another one has resumed or replaced it, and the AppSecret here may be older than the stored
    /// one. Then nothing is stored, and this returns [`Rotation::Unsaved`] again.
    pub async fn save(self, sink: &dyn SecretSink, log: &dyn IntentLog) -> Rotation {
        match Journal::reopen(log, Some(sink), self.holder.clone()).await {
            Ok(journal) => save(self, &journal, sink).await,
            Err(error) => stays(self, error),
        }
    }
}

/// Stores the AppSecret, and then clears the log.
pub(super) async fn save(
    mut unsaved: UnsavedSecret,
    journal: &Journal<'_>,
    sink: &dyn SecretSink,
) -> Rotation {
    if let Err(error) = save::save(sink, &unsaved.credentials, journal).await {
        return stays(unsaved, error);
    }
    if let Err(error) = journal.clear().await {
        return stays(unsaved, error);
    }
    unsaved.is_taken = true;
    Rotation::Rotated
}

fn stays(mut unsaved: UnsavedSecret, error: Error) -> Rotation {
    unsaved.error = error;
    Rotation::Unsaved(unsaved)
}
