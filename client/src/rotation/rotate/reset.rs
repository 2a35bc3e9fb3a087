//! The reset itself, and how an outcome that is not known becomes known.

use tokio::time::sleep;

use super::unsaved;
use crate::error::Error;
use crate::generated::values::AppName;
use crate::rotation::app::AppCredentials;
use crate::rotation::calls::AppCalls;
use crate::rotation::journal::Journal;
use crate::rotation::new_secret;
use crate::rotation::outcomes::rotation::Rotation;
use crate::rotation::outcomes::unsaved::UnsavedSecret;
use crate::rotation::read_back::{READ_BACK_DELAYS, was_not_processed};
use crate::rotation::records::entry::Record;
use crate::rotation::records::intent::Intent;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

/// What a rotation works with.
pub(crate) struct Rotator<'a> {
    pub(crate) calls: AppCalls,
    pub(crate) sink: &'a dyn SecretSink,
    pub(crate) journal: Journal<'a>,
}

impl<'a> Rotator<'a> {
    /// Takes the log, and finds the rotation that it has as begun.
    pub(crate) async fn open(
        calls: AppCalls,
        sink: &'a dyn SecretSink,
        log: &'a dyn IntentLog,
    ) -> Result<(Self, Option<Intent>), Error> {
        let (journal, left) = Journal::open(log, Some(sink)).await?;
        let left = match left {
            None => None,
            Some(Record::Reset(intent)) => {
                intent.check_project(calls.project_id().await?, &journal.name())?;
                Some(intent)
            }
            Some(Record::Replace(_)) => {
                let log = journal.name();
                return Err(Error::not_sent(format!("{log} has an open replacement; finish it")));
            }
        };
        Ok((Self { calls, sink, journal }, left))
    }

    /// Finishes a rotation that the log has as begun.
    pub(crate) async fn resume(&self, intent: Intent) -> Result<Rotation, Error> {
        self.journal.take_over(Record::Reset(intent.clone())).await?;
        Ok(self.resolve(intent, None).await)
    }

    /// Resets the AppSecret. The intent must be in the log.
    pub(crate) async fn reset(
        &self,
        intent: Intent,
        name: AppName,
        app_key: Option<String>,
    ) -> Rotation {
        let response = self.calls.reset(&intent.app_id, name, &intent.parameters).await;
        if let Some(app_secret) = new_secret::find(&response, |secret| intent.is_old(secret)) {
            let app_id = intent.app_id;
            return self.save(AppCredentials { app_id, app_key, app_secret }).await;
        }
        match response {
            Err(error) if was_not_processed(&error) && !intent.is_doubtful => {
                self.clear().await;
                Rotation::Unchanged(error)
            }
            response => self.resolve(intent, response.err()).await,
        }
    }

    /// Finds the outcome of a reset by reading the AppSecret back.
    pub(crate) async fn resolve(&self, intent: Intent, reset: Option<Error>) -> Rotation {
        let mut last = Ok(());
        for wait in READ_BACK_DELAYS {
            sleep(wait).await;
            match self.read_back(&intent).await {
                Ok(Some(new)) => return self.save(new).await,
                Ok(None) => last = Ok(()),
                Err(error) => last = Err(error),
            }
        }
        match last {
            Ok(()) => {
                self.clear().await;
                let did_nothing = || Error::not_sent("the recorded reset did not happen");
                Rotation::Unchanged(reset.unwrap_or_else(did_nothing))
            }
            Err(read_back) => Rotation::Unknown { intent, reset, read_back },
        }
    }

    /// The credentials after the reset; none if they are still those before.
    async fn read_back(&self, intent: &Intent) -> Result<Option<AppCredentials>, Error> {
        let shown = self.calls.show(&intent.app_id, &intent.parameters).await?;
        let now = shown.readable()?;
        if !intent.is_comparable() {
            let reason = "the AppSecret before the reset could not be read, to compare it";
            return Err(Error::lacking(&shown.response, reason));
        }
        Ok(Some(now).filter(|now| !intent.is_old(&now.app_secret)))
    }

    async fn save(&self, new: AppCredentials) -> Rotation {
        let unsaved = UnsavedSecret::new(new, self.journal.holder());
        unsaved::save(unsaved, &self.journal, self.sink).await
    }

    /// Clears the log after a reset that did not happen, even if another rotation holds the log now.
    async fn clear(&self) {
        drop(self.journal.clear().await);
    }
}
