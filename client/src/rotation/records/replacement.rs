//! The record of a replacement, and how far it came.

use serde::{Deserialize, Serialize};

use crate::rotation::calls::{Api, Calls, Scope};
use crate::rotation::journal::{Journal, Record};
use crate::rotation::{IntentLog, SecretSink};
use crate::{AppId, AppName, Error};

/// A replacement under way.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Handover {
    pub(crate) project_id: String,
    pub(crate) old: AppId,
    pub(crate) new_name: AppName,
    #[serde(flatten)]
    pub(crate) scope: Scope,
    pub(crate) step: Step,
}

/// What was about to happen, with the new app once there is one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    Create,
    Authorize(AppId),
    /// The new app is in use, or may be. The old one is not touched before the caller says so.
    HandedOver(AppId),
    Retire(AppId),
}

impl Handover {
    /// Takes the log, and finds the replacement that it has as begun.
    pub(crate) async fn open<'a>(
        calls: &Calls,
        log: &'a dyn IntentLog,
        sink: Option<&dyn SecretSink>,
    ) -> Result<(Journal<'a>, Option<Self>), Error> {
        let (journal, left) = Journal::open(log, sink).await?;
        let refuse = |why| Err(Error::not_sent(format!("{} has {why}", journal.name())));
        let left = match left {
            None => None,
            Some(Record::Replace(handover)) => Some(handover),
            Some(Record::Reset(_)) => return refuse("an open rotation; resume it"),
        };
        if let Some(handover) = &left
            && handover.project_id != calls.project_id().await?
        {
            return refuse("a replacement in another project");
        }
        Ok((journal, left))
    }

    /// Goes on with a replacement that the log has as begun.
    pub(crate) async fn take_over(&self, journal: &Journal<'_>) -> Result<(), Error> {
        journal.take_over(Record::Replace(self.clone())).await
    }

    /// Records that `step` is about to be taken.
    pub(crate) async fn record(&mut self, step: Step, journal: &Journal<'_>) -> Result<(), Error> {
        self.step = step;
        journal.record(Record::Replace(self.clone())).await
    }

    /// Refuses to go on with another replacement than the caller's.
    pub(crate) fn check(&self, old: &AppId, new_name: &AppName, log: &str) -> Result<(), Error> {
        if (&self.old, &self.new_name) == (old, new_name) {
            return Ok(());
        }
        let Self { old, new_name, .. } = self;
        Err(Error::not_sent(format!("{log} has a replacement of app {old} by {new_name}")))
    }

    /// Authorizes to the new app what the old one may call.
    pub(crate) async fn authorize(&self, calls: &Calls, new: &AppId) -> Result<(), Error> {
        let mut failures = Vec::new();
        for api in self.missing(calls, new).await? {
            if let Err(error) = calls.authorize(&api, new, &self.scope).await {
                failures.push(format!("{api}: {error}"));
            }
        }
        // An answer may be wrong or lost, so the service is asked what holds.
        match self.missing(calls, new).await?.len() {
            0 => Ok(()),
            left => Err(Error::unfinished(format!(
                "the app {new} lacks {left} of the APIs: {}",
                failures.join("; ")
            ))),
        }
    }

    async fn missing(&self, calls: &Calls, new: &AppId) -> Result<Vec<Api>, Error> {
        let mut missing = calls.apis(&self.old, &self.scope).await?;
        let there = calls.apis(new, &self.scope).await?;
        missing.retain(|api| !there.contains(api));
        Ok(missing)
    }
}
