//! Decides when a request is sent again, and after which time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::error::Error;

const FIRST_WAIT: Duration = Duration::from_millis(200);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// How long to wait after attempt number `attempt` failed: what the service asks for, and on top a
/// random part of a time that doubles with each attempt, so that clients do not come back together.
pub(crate) fn wait_after(attempt: u32, failure: &Error) -> Duration {
    let doubled = FIRST_WAIT.saturating_mul(1 << attempt.saturating_sub(1).min(16));
    failure.retry_after().unwrap_or_default().saturating_add(jitter(doubled.min(LONGEST_WAIT)))
}

/// A random duration between nothing and `longest`.
pub(crate) fn jitter(longest: Duration) -> Duration {
    longest.mul_f64(fastrand::f64())
}

/// What all calls of a client may spend on retries together. When the service is down, the calls
/// empty it and then fail at once, instead of multiplying the load.
///
/// It is counted in tenths of a retry. Each success and each second earn one of them.
pub(crate) struct Budget {
    full: u64,
    state: Mutex<BudgetState>,
}

struct BudgetState {
    left: u64,
    /// Up to when the seconds were counted.
    counted: Instant,
}

impl Budget {
    const RETRY: u64 = 10;

    /// A budget of this many retries.
    pub(crate) fn new(retries: u32) -> Self {
        let full = u64::from(retries) * Self::RETRY;
        Self { full, state: Mutex::new(BudgetState { left: full, counted: Instant::now() }) }
    }

    /// Takes the price of one retry; returns false if it is not there.
    pub(crate) fn take(&self) -> bool {
        let mut state = self.state();
        let seconds = state.counted.elapsed().as_secs();
        state.counted += Duration::from_secs(seconds);
        state.left = state.left.saturating_add(seconds).min(self.full);
        let left = state.left.checked_sub(Self::RETRY);
        state.left = left.unwrap_or(state.left);
        left.is_some()
    }

    /// Adds what a success earns.
    pub(crate) fn earn(&self) {
        let mut state = self.state();
        state.left = self.full.min(state.left + 1);
    }

    fn state(&self) -> MutexGuard<'_, BudgetState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
