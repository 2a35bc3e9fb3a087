//! Authorizes to the new app every API that the old app may call.

use crate::error::Error;
use crate::generated::values::AppId;
use crate::rotation::calls::{Api, AppCalls};
use crate::rotation::records::replacement::ReplacementRecord;

/// Authorizes to the new app what the old one may call.
pub(super) async fn authorize(
    record: &ReplacementRecord,
    calls: &AppCalls,
    new: &AppId,
) -> Result<(), Error> {
    let mut failures = Vec::new();
    for api in missing(record, calls, new).await? {
        if let Err(error) = calls.authorize(&api, new, &record.parameters).await {
            failures.push(format!("{api}: {error}"));
        }
    }
    // A response may be wrong or lost, so the service is asked what holds.
    match missing(record, calls, new).await?.len() {
        0 => Ok(()),
        left => Err(Error::unfinished(format!(
            "the app {new} lacks {left} of the APIs: {}",
            failures.join("; ")
        ))),
    }
}

async fn missing(
    record: &ReplacementRecord,
    calls: &AppCalls,
    new: &AppId,
) -> Result<Vec<Api>, Error> {
    let mut missing = calls.apis(&record.old, &record.parameters).await?;
    let there = calls.apis(new, &record.parameters).await?;
    missing.retain(|api| !there.contains(api));
    Ok(missing)
}
