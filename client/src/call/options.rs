//! What may be set for one call, or for all calls of a client.

use std::time::Duration;

/// Limits of a call. Those set on a call win over those set on the client.
///
/// ```
/// use modelarts_app_auth::CallOptions;
/// use std::time::Duration;
///
/// let patient = CallOptions::new().timeout(Duration::from_secs(120)).max_attempts(5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    max_attempts: Option<u32>,
}

/// Limits with a value each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_attempts: u32,
}

impl CallOptions {
    /// Options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long the whole call may take, its attempts and the waits between them together.
    /// 60 seconds unless set. Zero sends nothing.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long one attempt may take, from connecting to the last byte of the response.
    /// 30 seconds unless set.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How often a request is sent at most; 3 unless set, and 1 switches retries off.
    ///
    /// An operation that changes something is sent again only when the service is known not
    /// to have acted on it, whatever this number is. All calls together are limited by
    /// [`retry_budget`](crate::ClientBuilder::retry_budget).
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    pub(crate) fn or(self, fallback: Self) -> Self {
        Self {
            timeout: self.timeout.or(fallback.timeout),
            attempt_timeout: self.attempt_timeout.or(fallback.attempt_timeout),
            max_attempts: self.max_attempts.or(fallback.max_attempts),
        }
    }

    pub(crate) fn limits(self) -> Limits {
        Limits {
            timeout: self.timeout.unwrap_or(Duration::from_secs(60)),
            attempt_timeout: self.attempt_timeout.unwrap_or(Duration::from_secs(30)),
            max_attempts: self.max_attempts.unwrap_or(3).max(1),
        }
    }
}
