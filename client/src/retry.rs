//! When a request is sent again, and after how long.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use crate::Error;

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
pub(crate) struct Budget(AtomicU32);

impl Budget {
    const FULL: u32 = 200;
    const PRICE: u32 = 10;

    /// Takes the price of one retry; false if it is not there.
    pub(crate) fn take(&self) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(Self::PRICE)).is_ok()
    }

    /// A success earns a tenth of a retry.
    pub(crate) fn earn(&self) {
        let earned = |left: u32| (left < Self::FULL).then_some(left + 1);
        // A full budget stays as it is.
        let _ = self.0.fetch_update(Relaxed, Relaxed, earned);
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }
}
