//! The time of the service, as far as it differs from ours.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

#[cfg(test)]
mod tests;

/// The service refuses a signature which is off by more than 15 minutes. A clock that is off by
/// less than this has nothing to do with a refusal; the margin is for the time a response takes.
const TOLERANCE: Duration = Duration::from_secs(14 * 60);

/// Our clock, corrected by what the service said when it refused a signature.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// How far the service is ahead, in seconds.
    offset: AtomicI64,
}

impl Clock {
    pub(super) fn now(&self) -> SystemTime {
        shifted(SystemTime::now(), self.offset.load(Ordering::Relaxed))
    }

    /// Returns whether a signature of the time `signed` was refused for its time. If so, the clock is
    /// corrected. `theirs` is the time of the refusal by the clock of the service.
    pub(super) fn correct(&self, signed: SystemTime, theirs: SystemTime) -> bool {
        let was_wrong = ahead(theirs, signed).unsigned_abs() > TOLERANCE.as_secs();
        if was_wrong {
            self.offset.store(ahead(theirs, SystemTime::now()), Ordering::Relaxed);
        }
        was_wrong
    }
}

/// How far `theirs` is ahead of `ours`, in seconds.
fn ahead(theirs: SystemTime, ours: SystemTime) -> i64 {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    match theirs.duration_since(ours) {
        Ok(ahead) => seconds(ahead),
        Err(behind) => -seconds(behind.duration()),
    }
}

fn shifted(time: SystemTime, seconds: i64) -> SystemTime {
    let by = Duration::from_secs(seconds.unsigned_abs());
    let shifted = if seconds < 0 { time.checked_sub(by) } else { time.checked_add(by) };
    shifted.unwrap_or(time)
}
