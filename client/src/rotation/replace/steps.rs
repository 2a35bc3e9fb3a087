//! The steps that create the new app and hand over its credentials.

use tokio::time::sleep;

use super::authorize::authorize;
use super::progress;
use crate::error::Error;
use crate::generated::values::{AppId, AppName};
use crate::rotation::app::AppCredentials;
use crate::rotation::calls::AppCalls;
use crate::rotation::common_parameters::CommonParameters;
use crate::rotation::journal::Journal;
use crate::rotation::new_secret;
use crate::rotation::outcomes::replacement::Replacement;
use crate::rotation::read_back::{IN_FLIGHT_LIMIT, READ_BACK_DELAYS, was_not_processed};
use crate::rotation::records::entry::Record;
use crate::rotation::records::replacement::{ReplacementRecord, ReplacementStep};
use crate::rotation::save;
use crate::rotation::storage::log::IntentLog;
use crate::rotation::storage::sink::SecretSink;

/// What a replacement works with.
pub(super) struct Replacer<'a> {
    pub(super) calls: AppCalls,
    pub(super) parameters: CommonParameters,
    pub(super) old: AppId,
    pub(super) new_name: AppName,
    pub(super) sink: &'a dyn SecretSink,
    pub(super) log: &'a dyn IntentLog,
}

impl Replacer<'_> {
    /// An error means that nothing was changed.
    pub(super) async fn run(self) -> Result<Replacement, Error> {
        let (journal, left) = progress::open(&self.calls, self.log, Some(self.sink)).await?;
        let Some(left) = left else {
            let record = self.begin(&journal).await?;
            return Ok(self.create(record, &journal).await);
        };
        left.check(&self.old, &self.new_name, &journal.name())?;
        progress::take_over(&left, &journal).await?;
        if left.step != ReplacementStep::Create {
            return Ok(self.finish(left, &journal).await);
        }
        Ok(match self.search(&left).await {
            Ok(Some(new)) => self.created(left, new, &journal).await,
            Ok(None) => self.create(left, &journal).await,
            Err(error) => Replacement::Unfinished(error),
        })
    }

    /// Checks what can be checked before there is a new app, and records that there will be one.
    async fn begin(&self, journal: &Journal<'_>) -> Result<ReplacementRecord, Error> {
        self.calls.show(&self.old, &self.parameters).await?;
        if self.calls.find(&self.new_name, &self.parameters).await?.is_some() {
            let name = &self.new_name;
            return Err(Error::not_sent(format!("there is an app called {name} already")));
        }
        save::dry_run(self.sink).await?;
        let record = ReplacementRecord {
            project_id: self.calls.project_id().await?.to_owned(),
            old: self.old.clone(),
            new_name: self.new_name.clone(),
            parameters: self.parameters.clone(),
            step: ReplacementStep::Create,
        };
        journal.begin(Record::Replace(record.clone())).await?;
        Ok(record)
    }

    async fn create(&self, record: ReplacementRecord, journal: &Journal<'_>) -> Replacement {
        let error = match self.calls.create(&record.new_name, &record.parameters).await {
            Ok(new) => return self.created(record, new, journal).await,
            Err(error) if was_not_processed(&error) => {
                // The record is of no use, whoever has the log now.
                drop(journal.clear().await);
                return Replacement::Unchanged(error);
            }
            Err(error) => error,
        };
        match self.search(&record).await {
            Ok(Some(new)) => self.created(record, new, journal).await,
            _ => Replacement::Unfinished(error),
        }
    }

    /// Searches the app that a request without a response may have created, or may still create.
    async fn search(&self, record: &ReplacementRecord) -> Result<Option<AppId>, Error> {
        let mut last = Ok(None);
        for wait in READ_BACK_DELAYS {
            sleep(wait).await;
            last = self.calls.find(&record.new_name, &record.parameters).await;
            if matches!(last, Ok(Some(_))) {
                break;
            }
        }
        last
    }

    async fn created(
        &self,
        mut record: ReplacementRecord,
        new: AppId,
        journal: &Journal<'_>,
    ) -> Replacement {
        match progress::advance(&mut record, ReplacementStep::Authorize(new), journal).await {
            Ok(()) => self.finish(record, journal).await,
            Err(error) => Replacement::Unfinished(error),
        }
    }

    async fn finish(&self, record: ReplacementRecord, journal: &Journal<'_>) -> Replacement {
        let handed_over = self.hand_over(record, journal).await;
        handed_over.map_or_else(Replacement::Unfinished, Replacement::HandedOver)
    }

    async fn hand_over(
        &self,
        mut record: ReplacementRecord,
        journal: &Journal<'_>,
    ) -> Result<AppId, Error> {
        match record.step.clone() {
            ReplacementStep::Authorize(new) => {
                authorize(&record, &self.calls, &new).await?;
                let credentials = self.credentials(&record, &new, journal).await?;
                save::save(self.sink, &credentials, journal).await?;
                progress::advance(&mut record, ReplacementStep::HandedOver(new.clone()), journal)
                    .await?;
                Ok(new)
            }
            ReplacementStep::HandedOver(new) | ReplacementStep::Retire(new) => Ok(new),
            ReplacementStep::Create => Err(Error::unfinished("there is no new app yet".into())),
        }
    }

    /// The credentials of the new app. If they cannot be read, its AppSecret is reset.
    async fn credentials(
        &self,
        record: &ReplacementRecord,
        new: &AppId,
        journal: &Journal<'_>,
    ) -> Result<AppCredentials, Error> {
        let shown = self.calls.show(new, &record.parameters).await?;
        let unreadable = match shown.readable() {
            Ok(credentials) => return Ok(credentials),
            Err(error) => error,
        };
        // A reset that was sent before without a response may still be on its way.
        sleep(IN_FLIGHT_LIMIT).await;
        journal.check().await?;
        let response = self.calls.reset(new, shown.name()?, &record.parameters).await;
        match new_secret::find(&response, |_| false) {
            Some(app_secret) => {
                Ok(AppCredentials { app_id: new.clone(), app_key: shown.key(), app_secret })
            }
            None => Err(response.err().unwrap_or(unreadable)),
        }
    }
}
