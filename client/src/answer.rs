//! An answer that was read to its end.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

use crate::fault::presentable;

/// Status, headers and body. The memory of the body is overwritten with its last clone.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// The id under which ModelArts or IAM logged the request.
    pub(crate) fn request_id(&self) -> Option<String> {
        let names = ["x-request-id", "x-iam-trace-id"];
        let value = names.iter().find_map(|name| self.headers.get(*name))?;
        Some(presentable(value.to_str().ok()?, &[], 100))
    }

    /// How long to wait: `Retry-After` gives seconds or a date, which is one of the server's clock.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let value = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = value.parse() {
            return Some(Duration::from_secs(seconds));
        }
        let date = httpdate::parse_http_date(value).ok()?;
        let now = self.date().unwrap_or_else(SystemTime::now);
        Some(date.duration_since(now).unwrap_or_default())
    }

    /// When the server answered, by its own clock.
    pub(crate) fn date(&self) -> Option<SystemTime> {
        httpdate::parse_http_date(self.headers.get(DATE)?.to_str().ok()?).ok()
    }
}
