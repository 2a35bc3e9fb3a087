//! A sink and a log at the other end of a slow network.

use std::sync::Mutex;
use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth::{AppCredentials, IntentLog, Lease, SecretSink, StoreFuture};
use tokio::time::sleep;

use super::shared::Shared;

/// A sink and a log that wait at random before they write.
pub struct Slow<'a> {
    sink: Box<dyn SecretSink + 'a>,
    log: Box<dyn IntentLog + 'a>,
    is_leased: bool,
    rng: Mutex<Rng>,
}

impl<'a> Slow<'a> {
    /// `is_leased` is false to see what happens without a lock.
    pub fn new(shared: &'a dyn Shared, is_leased: bool, rng: Rng) -> Self {
        let (sink, log) = shared.open();
        Self { sink, log, is_leased, rng: Mutex::new(rng) }
    }

    async fn wait(&self) {
        let wait = {
            let mut rng = self.rng.lock().expect("nobody panicked with it");
            let longest = [1, 1, 100, 40_000][rng.usize(..4)];
            rng.u64(..longest)
        };
        sleep(Duration::from_millis(wait)).await;
    }
}

impl SecretSink for Slow<'_> {
    fn dry_run(&self) -> StoreFuture<'_> {
        self.sink.dry_run()
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        Box::pin(async {
            self.wait().await;
            self.sink.save(credentials).await
        })
    }
}

impl IntentLog for Slow<'_> {
    fn load(&self) -> StoreFuture<'_, Option<String>> {
        self.log.load()
    }

    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a> {
        Box::pin(async {
            self.wait().await;
            self.log.record(record).await
        })
    }

    fn clear(&self) -> StoreFuture<'_> {
        Box::pin(async {
            self.wait().await;
            self.log.clear().await
        })
    }

    fn lease(&self) -> StoreFuture<'_, Option<Lease<'_>>> {
        if self.is_leased {
            self.log.lease()
        } else {
            Box::pin(async { Ok(Some(Box::new(()) as _)) })
        }
    }
}
