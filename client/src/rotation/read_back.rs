//! How the outcome of a write without a response becomes known.

use std::time::Duration;

use crate::error::{Error, ErrorKind};

/// How long to wait before each read of an AppSecret that may have been reset: a request without
/// a response may still be processed, and a copy that is read may lag behind.
pub(crate) const READ_BACK_DELAYS: [Duration; 4] =
    [Duration::ZERO, Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(20)];

/// After this time no request that was sent is still processed: the sum of [`READ_BACK_DELAYS`].
pub(crate) const IN_FLIGHT_LIMIT: Duration = Duration::from_secs(30);

/// Whether a write is known not to have been processed.
pub(crate) fn was_not_processed(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Service => {
            let status = error.status();
            status.is_some_and(|status| (400..500).contains(&status) && status != 408)
                || error.is_retryable()
        }
        kind => !matches!(kind, ErrorKind::MaybeSent | ErrorKind::Undecodable),
    }
}
