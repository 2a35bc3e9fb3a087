//! The reset itself, and how an outcome that is not known becomes known.

use std::time::Duration;

use tokio::time::sleep;

use super::calls::Calls;
use super::log::{self, Record};
use super::unsaved::clear;
use super::{AppCredentials, Intent, IntentLog, Rotation, SecretSink, UnsavedSecret, answer};
use crate::{AppName, Error, ErrorKind};

/// How long to wait before each look at an AppSecret which may have been reset: a request without
/// an answer may still be on its way, and a copy that is read may lag behind.
pub(super) const LOOKS: [Duration; 4] =
    [Duration::ZERO, Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(20)];

/// After this, nothing that was sent is on its way: all of [`LOOKS`].
pub(super) const SETTLED: Duration = Duration::from_secs(30);

/// What a rotation works with.
pub(super) struct Rotator<'a> {
    pub(super) calls: Calls,
    pub(super) sink: &'a dyn SecretSink,
    pub(super) log: &'a dyn IntentLog,
}

impl Rotator<'_> {
    /// The rotation that the log has as begun.
    pub(super) async fn open(&self) -> Result<Option<Intent>, Error> {
        let intent = match log::load(self.log).await? {
            None => return Ok(None),
            Some(Record::Reset(intent)) => intent,
            Some(Record::Replace(_)) => {
                return Err(Error::not_sent("the log has an open replacement; finish it"));
            }
        };
        intent.check_project(self.calls.project_id().await?)?;
        Ok(Some(intent))
    }

    /// Resets the AppSecret. The intent must be in the log.
    pub(super) async fn reset(
        &self,
        intent: Intent,
        name: AppName,
        app_key: Option<String>,
    ) -> Rotation {
        let answer = self.calls.reset(&intent.app_id, name, &intent.scope).await;
        if let Some(app_secret) = answer::fresh(&answer, |secret| intent.is_old(secret)) {
            let app_id = intent.app_id;
            return self.save(AppCredentials { app_id, app_key, app_secret }).await;
        }
        match answer {
            Err(error) if surely_did_nothing(&error) && !intent.is_doubtful => {
                clear(self.log).await;
                Rotation::Unchanged(error)
            }
            answer => self.resolve(intent, answer.err()).await,
        }
    }

    /// Tells what came of a reset, by reading the AppSecret back.
    pub(super) async fn resolve(&self, intent: Intent, reset: Option<Error>) -> Rotation {
        let mut last = Ok(());
        for wait in LOOKS {
            sleep(wait).await;
            match self.look(&intent).await {
                Ok(Some(fresh)) => return self.save(fresh).await,
                Ok(None) => last = Ok(()),
                Err(error) => last = Err(error),
            }
        }
        match last {
            Ok(()) => {
                clear(self.log).await;
                let did_nothing = || Error::not_sent("the recorded reset did not happen");
                Rotation::Unchanged(reset.unwrap_or_else(did_nothing))
            }
            Err(read_back) => Rotation::Unknown { intent, reset, read_back },
        }
    }

    /// The credentials after the reset; none if they are still those before.
    async fn look(&self, intent: &Intent) -> Result<Option<AppCredentials>, Error> {
        let shown = self.calls.show(&intent.app_id, &intent.scope).await?;
        let now = shown.readable()?;
        if !intent.is_comparable() {
            let reason = "the AppSecret before the reset could not be read, to compare it";
            return Err(Error::lacking(&shown.answer, reason));
        }
        Ok(Some(now).filter(|now| !intent.is_old(&now.app_secret)))
    }

    async fn save(&self, fresh: AppCredentials) -> Rotation {
        UnsavedSecret::new(fresh).save(self.sink, self.log).await
    }
}

/// Whether the service or the network said that a write was not done.
pub(super) fn surely_did_nothing(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Service => {
            let status = error.status();
            status.is_some_and(|status| (400..500).contains(&status) && status != 408)
                || error.is_retryable()
        }
        kind => !matches!(kind, ErrorKind::MaybeSent | ErrorKind::Undecodable),
    }
}
