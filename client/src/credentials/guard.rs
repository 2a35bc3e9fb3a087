//! Keeps wrong credentials from locking the account they belong to.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::OwnedMutexGuard;
use tokio::time::{Duration, Instant, timeout};

use crate::{Error, Secret};

#[cfg(test)]
mod tests;

/// The service locks an access key after more than 5 failures. Others may use the same key, so
/// ours leave room for theirs.
const LARGEST_FAILURES: u32 = 3;

/// How long the service keeps a key locked.
const REST: Duration = Duration::from_secs(5 * 60);

/// How long to wait for the answer to another request. A service that does not answer by then is
/// not refusing keys either; it must not hold up all callers until their time is over.
const LONGEST_TURN: Duration = Duration::from_secs(5);

/// Counts the authentications of one key, and refuses further ones after too many failures in a
/// row.
///
/// As long as a key has not been accepted, one request is on its way at a time: of a hundred
/// concurrent calls with a wrong key not more than three fail at the service.
#[derive(Debug, Default)]
pub(super) struct Guard {
    state: Mutex<State>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Debug, Default)]
struct State {
    key: Option<Secret>,
    is_accepted: bool,
    failures: u32,
    resting_until: Option<Instant>,
}

/// The permission to authenticate once.
#[derive(Debug)]
pub(super) struct Pass {
    key: Secret,
    /// Held while the key is not known to be accepted.
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Guard {
    /// Waits until `key` may be used.
    pub(super) async fn enter(&self, key: &Secret) -> Result<Pass, Error> {
        if self.is_accepted(key)? {
            return Ok(Pass { key: key.clone(), _turn: None });
        }
        let turn = timeout(LONGEST_TURN, Arc::clone(&self.turn).lock_owned()).await.ok();
        let is_accepted = self.is_accepted(key)?;
        Ok(Pass { key: key.clone(), _turn: turn.filter(|_| !is_accepted) })
    }

    /// The service accepted the key.
    pub(super) fn accept(&self, pass: Pass) {
        let mut state = self.state();
        if state.key.as_ref() == Some(&pass.key) {
            state.is_accepted = true;
            state.failures = 0;
            state.resting_until = None;
        }
    }

    /// The service refused the key.
    pub(super) fn refuse(&self, pass: Pass) {
        let mut state = self.state();
        // The last requests with an old key say nothing of the new one.
        if state.key.as_ref() == Some(&pass.key) {
            state.is_accepted = false;
            state.failures += 1;
            if state.failures >= LARGEST_FAILURES {
                state.resting_until = Some(Instant::now() + REST);
            }
        }
    }

    fn is_accepted(&self, key: &Secret) -> Result<bool, Error> {
        let mut state = self.state();
        let is_over = state.resting_until.is_some_and(|until| until <= Instant::now());
        if is_over || state.key.as_ref() != Some(key) {
            *state = State { key: Some(key.clone()), ..State::default() };
        }
        match state.resting_until {
            None => Ok(state.is_accepted),
            Some(until) => Err(Error::credentials(format!(
                "not sent: the service refused these credentials {} times in a row, and it locks \
                 them after a few more; correct them, or try again in {} seconds",
                state.failures,
                until.duration_since(Instant::now()).as_secs() + 1,
            ))),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
