//! Removes the old app after a replacement.

use super::authorize::authorize;
use super::progress;
use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::AppCalls;
use crate::rotation::records::replacement::{ReplacementRecord, ReplacementStep};
use crate::rotation::storage::log::IntentLog;

pub(crate) async fn retire(calls: &AppCalls, log: &dyn IntentLog) -> Result<Option<AppId>, Error> {
    let (journal, Some(mut record)) = progress::open(calls, log, None).await? else {
        return Ok(None);
    };
    progress::take_over(&record, &journal).await?;
    let old = record.old.clone();
    if !is_gone(calls, &record).await? {
        let (ReplacementStep::HandedOver(new) | ReplacementStep::Retire(new)) = record.step.clone()
        else {
            return Err(Error::not_sent("the new app is not handed over yet, replace again"));
        };
        // The old app may have got APIs in the meantime.
        authorize(&record, calls, &new).await?;
        progress::advance(&mut record, ReplacementStep::Retire(new), &journal).await?;
        unbind(calls, &record).await?;
        if let Err(error) = calls.delete(&old, &record.parameters).await {
            // A response may be wrong or lost, so the service is asked what holds.
            if !is_gone(calls, &record).await.unwrap_or(false) {
                return Err(error);
            }
        }
    }
    journal.clear().await?;
    Ok(Some(old))
}

/// Takes all APIs from the old app, as only an app without any can be deleted.
async fn unbind(calls: &AppCalls, record: &ReplacementRecord) -> Result<(), Error> {
    let ReplacementRecord { old, parameters, .. } = record;
    let mut failures = Vec::new();
    for api in calls.apis(old, parameters).await? {
        if let Err(error) = calls.unbind(&api, old, parameters).await {
            failures.push(format!("{api}: {error}"));
        }
    }
    match calls.apis(old, parameters).await?.len() {
        0 => Ok(()),
        left => Err(Error::unfinished(format!(
            "the app {old} still has {left} APIs: {}",
            failures.join("; ")
        ))),
    }
}

/// Whether there is no old app any more. A gateway, too, responds with 404, for a path that it
/// does not know.
async fn is_gone(calls: &AppCalls, record: &ReplacementRecord) -> Result<bool, Error> {
    match calls.show(&record.old, &record.parameters).await {
        Ok(_) => Ok(false),
        Err(error) => {
            if error.is_not_found() && error.is_of_service() {
                Ok(true)
            } else {
                Err(error)
            }
        }
    }
}
