//! What the old app may call, the new one may.

use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::{Api, Calls};
use crate::rotation::records::replacement::Handover;

/// Authorizes to the new app what the old one may call.
pub(super) async fn authorize(record: &Handover, calls: &Calls, new: &AppId) -> Result<(), Error> {
    let mut failures = Vec::new();
    for api in missing(record, calls, new).await? {
        if let Err(error) = calls.authorize(&api, new, &record.scope).await {
            failures.push(format!("{api}: {error}"));
        }
    }
    // An answer may be wrong or lost, so the service is asked what holds.
    match missing(record, calls, new).await?.len() {
        0 => Ok(()),
        left => Err(Error::unfinished(format!(
            "the app {new} lacks {left} of the APIs: {}",
            failures.join("; ")
        ))),
    }
}

async fn missing(record: &Handover, calls: &Calls, new: &AppId) -> Result<Vec<Api>, Error> {
    let mut missing = calls.apis(&record.old, &record.scope).await?;
    let there = calls.apis(new, &record.scope).await?;
    missing.retain(|api| !there.contains(api));
    Ok(missing)
}
