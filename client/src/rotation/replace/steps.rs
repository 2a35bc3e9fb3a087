//! From no new app to one whose credentials are handed over.

use tokio::time::sleep;

use super::authorize::authorize;
use super::entry::ReplaceApp;
use super::progress;
use crate::error::Error;
use crate::generated::values::{AppId, AppName};
use crate::rotation::app::AppCredentials;
use crate::rotation::calls::Calls;
use crate::rotation::common_parameters::Scope;
use crate::rotation::journal::Journal;
use crate::rotation::new_secret;
use crate::rotation::outcomes::replacement::Replacement;
use crate::rotation::read_back::{LOOKS, SETTLED, surely_did_nothing};
use crate::rotation::records::entry::Record;
use crate::rotation::records::replacement::{Handover, Step};
use crate::rotation::save;
use crate::rotation::storage::sink::SecretSink;

impl ReplaceApp<'_> {
    /// An error means that nothing was changed.
    pub(crate) async fn run(self) -> Result<Replacement, Error> {
        let Self { calls, scope, old, new_name, sink, log } = self;
        let (journal, left) = progress::open(&calls, log, Some(sink)).await?;
        Replacer { calls, scope, old, new_name, sink, journal }.run(left).await
    }
}

/// What a replacement works with.
struct Replacer<'a> {
    calls: Calls,
    scope: Scope,
    old: AppId,
    new_name: AppName,
    sink: &'a dyn SecretSink,
    journal: Journal<'a>,
}

impl Replacer<'_> {
    /// An error means that nothing was changed.
    async fn run(self, left: Option<Handover>) -> Result<Replacement, Error> {
        let Some(left) = left else {
            let handover = self.begin().await?;
            return Ok(self.create(handover).await);
        };
        left.check(&self.old, &self.new_name, &self.journal.name())?;
        progress::take_over(&left, &self.journal).await?;
        if left.step != Step::Create {
            return Ok(self.finish(left).await);
        }
        Ok(match self.search(&left).await {
            Ok(Some(new)) => self.created(left, new).await,
            Ok(None) => self.create(left).await,
            Err(error) => Replacement::Unfinished(error),
        })
    }

    /// Checks what can be checked before there is a new app, and records that there will be one.
    async fn begin(&self) -> Result<Handover, Error> {
        self.calls.show(&self.old, &self.scope).await?;
        if self.calls.find(&self.new_name, &self.scope).await?.is_some() {
            let name = &self.new_name;
            return Err(Error::not_sent(format!("there is an app called {name} already")));
        }
        save::dry_run(self.sink).await?;
        let handover = Handover {
            project_id: self.calls.project_id().await?.to_owned(),
            old: self.old.clone(),
            new_name: self.new_name.clone(),
            scope: self.scope.clone(),
            step: Step::Create,
        };
        self.journal.begin(Record::Replace(handover.clone())).await?;
        Ok(handover)
    }

    async fn create(&self, handover: Handover) -> Replacement {
        let error = match self.calls.create(&handover.new_name, &handover.scope).await {
            Ok(Some(new)) => return self.created(handover, new).await,
            Ok(None) => Error::unfinished("the service does not tell the id of the new app".into()),
            Err(error) if surely_did_nothing(&error) => {
                // The record is of no use, whoever has the log now.
                drop(self.journal.clear().await);
                return Replacement::Unchanged(error);
            }
            Err(error) => error,
        };
        match self.search(&handover).await {
            Ok(Some(new)) => self.created(handover, new).await,
            _ => Replacement::Unfinished(error),
        }
    }

    /// Looks for the app that an unanswered request may have created, or still may.
    async fn search(&self, handover: &Handover) -> Result<Option<AppId>, Error> {
        let mut last = Ok(None);
        for wait in LOOKS {
            sleep(wait).await;
            last = self.calls.find(&handover.new_name, &handover.scope).await;
            if matches!(last, Ok(Some(_))) {
                break;
            }
        }
        last
    }

    async fn created(&self, mut handover: Handover, new: AppId) -> Replacement {
        match progress::advance(&mut handover, Step::Authorize(new), &self.journal).await {
            Ok(()) => self.finish(handover).await,
            Err(error) => Replacement::Unfinished(error),
        }
    }

    async fn finish(&self, handover: Handover) -> Replacement {
        let handed_over = self.hand_over(handover).await;
        handed_over.map_or_else(Replacement::Unfinished, Replacement::HandedOver)
    }

    async fn hand_over(&self, mut handover: Handover) -> Result<AppId, Error> {
        match handover.step.clone() {
            Step::Authorize(new) => {
                authorize(&handover, &self.calls, &new).await?;
                let credentials = self.credentials(&handover, &new).await?;
                save::save(self.sink, &credentials, &self.journal).await?;
                progress::advance(&mut handover, Step::HandedOver(new.clone()), &self.journal)
                    .await?;
                Ok(new)
            }
            Step::HandedOver(new) | Step::Retire(new) => Ok(new),
            Step::Create => Err(Error::unfinished("there is no new app yet".into())),
        }
    }

    /// The credentials of the new app. If they cannot be read, its AppSecret is reset.
    async fn credentials(&self, handover: &Handover, new: &AppId) -> Result<AppCredentials, Error> {
        let shown = self.calls.show(new, &handover.scope).await?;
        let unreadable = match shown.readable() {
            Ok(credentials) => return Ok(credentials),
            Err(error) => error,
        };
        // A reset that was sent before and not answered may still be on its way.
        sleep(SETTLED).await;
        self.journal.check().await?;
        let answer = self.calls.reset(new, shown.name()?, &handover.scope).await;
        match new_secret::fresh(&answer, |_| false) {
            Some(app_secret) => {
                Ok(AppCredentials { app_id: new.clone(), app_key: shown.key(), app_secret })
            }
            None => Err(answer.err().unwrap_or(unreadable)),
        }
    }
}
