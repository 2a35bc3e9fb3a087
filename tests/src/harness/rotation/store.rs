//! A sink and a log that survive crashes, and fail at times.

use std::sync::{Mutex, MutexGuard};

use fastrand::Rng;
use modelarts_app_auth::{AppCredentials, IntentLog, SecretSink, StoreFuture};
use tokio::task::yield_now;

/// What is on the disk.
#[derive(Default)]
pub struct Disk {
    pub credentials: Option<AppCredentials>,
    pub record: Option<String>,
    pub has_rehearsed: bool,
}

/// A disk, and how often it fails.
pub struct Store {
    disk: Mutex<Disk>,
    wear: Mutex<Wear>,
}

struct Wear {
    rng: Rng,
    /// Of 100 uses.
    failing: u32,
    /// After so many uses, all fail.
    life: u32,
}

impl Store {
    pub fn new(rng: &mut Rng) -> Self {
        let failing = [0, 0, 10, 50][rng.usize(..4)];
        let life = if rng.u8(..4) == 0 { rng.u32(..6) } else { u32::MAX };
        let wear = Wear { rng: rng.fork(), failing, life };
        Self { disk: Mutex::default(), wear: Mutex::new(wear) }
    }

    pub fn disk(&self) -> MutexGuard<'_, Disk> {
        self.disk.lock().expect("nobody panicked with it")
    }

    pub fn repair(&self) {
        let mut wear = self.wear.lock().expect("nobody panicked with it");
        (wear.failing, wear.life) = (0, u32::MAX);
    }

    fn fails(&self) -> bool {
        let mut wear = self.wear.lock().expect("nobody panicked with it");
        wear.life = wear.life.saturating_sub(1);
        wear.life == 0 || wear.rng.u32(..100) < wear.failing
    }

    /// Writes, with a chance to crash before and after. A failure may come before or after, too.
    fn write<'a>(&'a self, change: impl FnOnce(&mut Disk) + Send + 'a) -> StoreFuture<'a> {
        Box::pin(async {
            yield_now().await;
            if self.fails() {
                return Err("no space left on the device".into());
            }
            change(&mut self.disk());
            yield_now().await;
            if self.fails() { Err("the device went away".into()) } else { Ok(()) }
        })
    }
}

impl SecretSink for Store {
    fn dry_run(&self) -> StoreFuture<'_> {
        self.write(|disk| disk.has_rehearsed = true)
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        self.write(|disk| disk.credentials = Some(credentials.clone()))
    }
}

impl IntentLog for Store {
    fn load(&self) -> StoreFuture<'_, Option<String>> {
        Box::pin(async {
            yield_now().await;
            if self.fails() { Err("cannot be read".into()) } else { Ok(self.disk().record.clone()) }
        })
    }

    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a> {
        self.write(|disk| disk.record = Some(record.to_owned()))
    }

    fn clear(&self) -> StoreFuture<'_> {
        self.write(|disk| disk.record = None)
    }
}
