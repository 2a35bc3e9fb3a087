//! When a write that was not answered can be taken as done or not done.

use std::time::Duration;

use crate::error::{Error, ErrorKind};

/// How long to wait before each look at an AppSecret which may have been reset: a request without
/// an answer may still be on its way, and a copy that is read may lag behind.
pub(crate) const LOOKS: [Duration; 4] =
    [Duration::ZERO, Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(20)];

/// After this, nothing that was sent is on its way: all of [`LOOKS`].
pub(crate) const SETTLED: Duration = Duration::from_secs(30);

/// Whether the service or the network said that a write was not done.
pub(crate) fn surely_did_nothing(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Service => {
            let status = error.status();
            status.is_some_and(|status| (400..500).contains(&status) && status != 408)
                || error.is_retryable()
        }
        kind => !matches!(kind, ErrorKind::MaybeSent | ErrorKind::Undecodable),
    }
}
