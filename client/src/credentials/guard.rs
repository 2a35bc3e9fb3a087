//! Keeps wrong credentials from locking the account they belong to.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::OwnedMutexGuard;
use tokio::time::{Duration, Instant, timeout_at};

use crate::error::Error;
use crate::secret::Secret;

#[cfg(test)]
mod tests;

/// The service locks an access key id after more than 5 failures. Others may use the same key, so
/// ours leave room for theirs.
const LARGEST_FAILURES: u32 = 3;

/// The largest number of failures of one id with different secrets, before the service locks it.
const LARGEST_FAILURES_OF_ID: u32 = 5;

/// How long the service keeps a key locked.
const REST: Duration = Duration::from_secs(5 * 60);

/// How long to wait for the response to another request. A service that does not respond by then
/// is not rejecting keys either; it must not hold up all callers until their time is over.
const LONGEST_TURN: Duration = Duration::from_secs(5);

/// Counts the authentications of one key, and refuses further ones after too many failures in a
/// row.
///
/// As long as a key has not been accepted, only one request at a time is sent: of a hundred
/// concurrent calls with a wrong key not more than three fail at the service.
#[derive(Debug, Default)]
pub(super) struct Guard {
    state: Mutex<GuardState>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

/// What is tried: an id, whose failures the service counts, and its secret.
///
/// Secrets compare in constant time, are never printed, and are overwritten when they are dropped.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    pub(super) id: &'a Secret,
    pub(super) secret: &'a Secret,
}

#[derive(Debug, Default)]
struct GuardState {
    /// Id and secret.
    key: Option<(Secret, Secret)>,
    /// Counts the keys.
    number: u64,
    is_accepted: bool,
    failures: u32,
    /// Those with earlier secrets included.
    failures_of_id: u32,
    resting_until: Option<Instant>,
}

/// The permission to authenticate once.
#[derive(Debug)]
pub(super) struct Permit {
    /// The number of its key.
    number: u64,
    /// Held while the key is not known to be accepted.
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Guard {
    /// Waits until `key` may be used, at most until `deadline`.
    ///
    /// # Errors
    ///
    /// `Credentials`: the key was refused too often. `NotSent`: another call still tries the key.
    pub(super) async fn enter(&self, key: Key<'_>, deadline: Instant) -> Result<Permit, Error> {
        let (is_accepted, number) = self.is_accepted(key)?;
        if is_accepted {
            return Ok(Permit { number, _turn: None });
        }
        let latest = deadline.min(Instant::now() + LONGEST_TURN);
        let turn = timeout_at(latest, Arc::clone(&self.turn).lock_owned()).await.ok();
        let (is_accepted, number) = self.is_accepted(key)?;
        if turn.is_none() && !is_accepted && latest == deadline {
            return Err(Error::not_sent(
                "the time of the call ended while another call was the first to use the same \
                 credentials",
            ));
        }
        Ok(Permit { number, _turn: turn.filter(|_| !is_accepted) })
    }

    /// The service accepted the key.
    pub(super) fn accept(&self, permit: Permit) {
        let mut state = self.state();
        if state.number == permit.number {
            state.is_accepted = true;
            state.failures = 0;
            state.failures_of_id = 0;
            state.resting_until = None;
        }
    }

    /// The service refused the key.
    pub(super) fn reject(&self, permit: Permit) {
        let mut state = self.state();
        // The last requests with an old key say nothing of the new one.
        if state.number == permit.number {
            state.is_accepted = false;
            state.failures += 1;
            state.failures_of_id += 1;
            if state.failures >= LARGEST_FAILURES || state.failures_of_id >= LARGEST_FAILURES_OF_ID
            {
                state.resting_until = Some(Instant::now() + REST);
            }
        }
    }

    /// Whether the key is known to be accepted, and its number.
    fn is_accepted(&self, key: Key<'_>) -> Result<(bool, u64), Error> {
        let mut state = self.state();
        let is_over = state.resting_until.is_some_and(|until| until <= Instant::now());
        if is_over || !state.is_of(key) {
            state.replace(key, is_over);
        }
        match state.resting_until {
            None => Ok((state.is_accepted, state.number)),
            Some(until) => Err(Error::credentials(format!(
                "not sent: the service refused these credentials {} times in a row, and it locks \
                 them after a few more; correct them where they come from (environment, file and \
                 provider are asked again with the next call, other credentials need a new client), \
                 or try again in {} seconds",
                state.failures_of_id,
                until.duration_since(Instant::now()).as_secs() + 1,
            ))),
        }
    }

    fn state(&self) -> MutexGuard<'_, GuardState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl GuardState {
    fn is_of(&self, key: Key<'_>) -> bool {
        self.key.as_ref().is_some_and(|(id, secret)| id == key.id && secret == key.secret)
    }

    /// Begins with another key, or with the same one after the rest. Another secret for the same id
    /// is tried as well, unless the service is about to lock the id.
    fn replace(&mut self, key: Key<'_>, is_rested: bool) {
        let is_same_id = self.key.as_ref().is_some_and(|(id, _)| id == key.id);
        let failures_of_id = if is_same_id && !is_rested { self.failures_of_id } else { 0 };
        let is_spent = failures_of_id >= LARGEST_FAILURES_OF_ID;
        *self = Self {
            key: Some((key.id.clone(), key.secret.clone())),
            number: self.number + 1,
            failures_of_id,
            resting_until: self.resting_until.filter(|_| is_spent),
            ..Self::default()
        };
    }
}
