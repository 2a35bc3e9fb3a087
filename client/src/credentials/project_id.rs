//! The id of a client's project, given or found once.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::OnceCell;
use tokio::time::Instant;

use crate::error::Error;

/// The id of the one project of a client.
#[derive(Debug)]
pub(super) struct ProjectId {
    /// Empty until it is given or found.
    found: OnceCell<String>,
    /// The last failure to find it, and when that was.
    failure: Mutex<Option<(Instant, Error)>>,
}

impl ProjectId {
    pub(super) fn new(given: Option<String>) -> Self {
        Self { found: OnceCell::new_with(given), failure: Mutex::default() }
    }

    /// The id, found once for all who wait. A failure is theirs together too; the next one who
    /// asks tries again.
    pub(super) async fn get<F>(&self, find: impl FnOnce() -> F) -> Result<&str, Error>
    where
        F: Future<Output = Result<String, Error>>,
    {
        let asked = Instant::now();
        let found = self.found.get_or_try_init(async || {
            if let Some((_, error)) = self.failure().as_ref().filter(|(at, _)| *at >= asked) {
                return Err(error.clone());
            }
            let found = find().await;
            *self.failure() = found.as_ref().err().map(|error| (Instant::now(), error.clone()));
            found
        });
        found.await.map(String::as_str)
    }

    fn failure(&self) -> MutexGuard<'_, Option<(Instant, Error)>> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
