//! A response that was read to its end.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{
    CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
    TRANSFER_ENCODING,
};
use serde::de::IgnoredAny;

use super::json_text::JsonText;
use super::printable::{LONGEST_NAME, printable};

static REQUEST_ID: [HeaderName; 2] =
    [HeaderName::from_static("x-request-id"), HeaderName::from_static("x-iam-trace-id")];

/// Status, headers and body. The memory of the body is overwritten with its last clone.
#[derive(Clone)]
pub(crate) struct ReceivedResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl ReceivedResponse {
    /// The id under which ModelArts or IAM logged the request.
    pub(crate) fn request_id(&self) -> Option<String> {
        let values = REQUEST_ID.iter();
        let values = values.filter_map(|name| self.headers.get(name)?.to_str().ok());
        values.map(|value| printable(value, &[], LONGEST_NAME)).find(|id| !id.is_empty())
    }

    /// Whether something other than the service responded, such as the login page of a proxy: a body
    /// which neither says that it is JSON nor is it.
    pub(crate) fn is_foreign(&self) -> bool {
        let content_type = self.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let says_json =
            content_type.is_none_or(|value| value.windows(4).any(|part| part == b"json"));
        !says_json && !self.body.is_empty() && !is_json(&self.body)
    }

    /// Returns how long to wait: `Retry-After` has seconds, or a date by the server's clock.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let value = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if value.starts_with(|c: char| c.is_ascii_digit()) {
            let seconds = value.parse().ok()?;
            // A number that no duration can hold asks for the longest one.
            return Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
        }
        let date = httpdate::parse_http_date(value).ok()?;
        let now = self.date().unwrap_or_else(SystemTime::now);
        Some(date.duration_since(now).unwrap_or_default())
    }

    /// Whether nothing but the end of the connection tells where the body ends, and it ends in the
    /// middle of a JSON document.
    pub(crate) fn is_truncated_json(&self) -> bool {
        let is_framed = self.headers.contains_key(CONTENT_LENGTH)
            || self.headers.contains_key(TRANSFER_ENCODING);
        if is_framed || self.status == StatusCode::NO_CONTENT {
            return false;
        }
        match parse(&self.body) {
            Ok(_) => false,
            Err(error) if error.is_eof() => true,
            Err(_) => {
                let repaired = JsonText::of(&self.body).text;
                parse(repaired.as_bytes()).is_err_and(|error| error.is_eof())
            }
        }
    }

    /// When the server responded, by its own clock.
    pub(crate) fn date(&self) -> Option<SystemTime> {
        httpdate::parse_http_date(self.headers.get(DATE)?.to_str().ok()?).ok()
    }
}

/// Whether a body is JSON, or becomes JSON when its text is repaired.
fn is_json(body: &[u8]) -> bool {
    parse(body).is_ok() || parse(JsonText::of(body).text.as_bytes()).is_ok()
}

fn parse(json: &[u8]) -> serde_json::Result<IgnoredAny> {
    serde_json::from_slice(json)
}
