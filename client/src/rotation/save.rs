//! Saves new credentials in a secret store.

use std::time::Duration;

use tokio::time::sleep;
use tracing::warn;

use super::app::AppCredentials;
use super::journal::Journal;
use super::storage::sink::SecretSink;
use crate::error::Error;

/// How long to wait before each try to save.
const WAITS: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(5)];

pub(crate) async fn dry_run(sink: &dyn SecretSink) -> Result<(), Error> {
    sink.dry_run().await.map_err(|error| Error::storing("the sink", &*error, &[]))
}

/// Stores `credentials`, with several tries, as long as the log holds the record of this rotation.
pub(crate) async fn save(
    sink: &dyn SecretSink,
    credentials: &AppCredentials,
    journal: &Journal<'_>,
) -> Result<(), Error> {
    let mut saved = Ok(());
    for wait in WAITS {
        sleep(wait).await;
        saved = try_save(sink, credentials, journal).await;
        let Err(error) = &saved else { break };
        warn!(app_id = %credentials.app_id, %error, "credentials not saved");
    }
    saved
}

async fn try_save(
    sink: &dyn SecretSink,
    credentials: &AppCredentials,
    journal: &Journal<'_>,
) -> Result<(), Error> {
    journal.check().await?;
    let secrets = std::slice::from_ref(&credentials.app_secret);
    sink.save(credentials).await.map_err(|error| Error::storing("the sink", &*error, secrets))
}
