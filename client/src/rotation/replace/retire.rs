//! From two apps to the new one.

use super::authorize::authorize;
use super::progress;
use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::Calls;
use crate::rotation::records::replacement::{Handover, Step};
use crate::rotation::storage::log::IntentLog;

pub(crate) async fn retire(calls: &Calls, log: &dyn IntentLog) -> Result<Option<AppId>, Error> {
    let (journal, Some(mut handover)) = progress::open(calls, log, None).await? else {
        return Ok(None);
    };
    progress::take_over(&handover, &journal).await?;
    let old = handover.old.clone();
    if !is_gone(calls, &handover).await? {
        let (Step::HandedOver(new) | Step::Retire(new)) = handover.step.clone() else {
            return Err(Error::not_sent("the new app is not handed over yet, replace again"));
        };
        // The old app may have got APIs in the meantime.
        authorize(&handover, calls, &new).await?;
        progress::advance(&mut handover, Step::Retire(new), &journal).await?;
        unbind(calls, &handover).await?;
        if let Err(error) = calls.delete(&old, &handover.scope).await {
            // An answer may be wrong or lost, so the service is asked what holds.
            if !is_gone(calls, &handover).await.unwrap_or(false) {
                return Err(error);
            }
        }
    }
    journal.clear().await?;
    Ok(Some(old))
}

/// Takes all APIs from the old app, as only an app without any can be deleted.
async fn unbind(calls: &Calls, handover: &Handover) -> Result<(), Error> {
    let Handover { old, scope, .. } = handover;
    let mut failures = Vec::new();
    for api in calls.apis(old, scope).await? {
        if let Err(error) = calls.unbind(&api, old, scope).await {
            failures.push(format!("{api}: {error}"));
        }
    }
    match calls.apis(old, scope).await?.len() {
        0 => Ok(()),
        left => Err(Error::unfinished(format!(
            "the app {old} still has {left} APIs: {}",
            failures.join("; ")
        ))),
    }
}

/// Whether there is no old app any more. A gateway, too, answers 404, for a path it does not know.
async fn is_gone(calls: &Calls, handover: &Handover) -> Result<bool, Error> {
    match calls.show(&handover.old, &handover.scope).await {
        Ok(_) => Ok(false),
        Err(error) => {
            let is_of_service = error.code().is_some_and(|code| code.starts_with("ModelArts."));
            if error.is_not_found() && is_of_service { Ok(true) } else { Err(error) }
        }
    }
}
