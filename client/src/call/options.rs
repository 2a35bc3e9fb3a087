//! Limits of one call, or of all calls of a client.

use std::time::Duration;

/// Limits of a call. Limits of a call override those of its client.
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
    /// Creates options without limits of their own, so that those of the client or the defaults
    /// apply.
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits the time of the whole call, with all its attempts and the waits between them. The
    /// default is 60 seconds. With zero nothing is sent.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Limits the time of one attempt, from connecting to the last byte of the response. The
    /// default is 30 seconds.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Limits how often a request is sent. The default is 3, and 1 switches retries off.
    ///
    /// With every limit, a request that changes something is sent again only if it is known not to
    /// have been processed. [`retry_budget`](crate::ClientBuilder::retry_budget) limits the retries
    /// of all calls together.
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
