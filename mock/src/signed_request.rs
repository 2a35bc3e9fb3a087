//! A request, as a signature covers it.

use http::HeaderMap;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// How far the date of a signature may be off, in milliseconds.
pub(crate) const LARGEST_SKEW: u64 = 15 * 60 * 1000;

/// The parts of a request that a signature can cover.
pub(crate) struct SignedRequest<'a> {
    pub method: &'a str,
    /// As it came.
    pub path: &'a str,
    /// As it came, without the question mark.
    pub query: &'a str,
    pub headers: &'a HeaderMap,
    pub body: &'a [u8],
}

impl<'a> SignedRequest<'a> {
    /// Returns the first value of a header, if it is text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the date of the signature as it was sent, `YYYYMMDDTHHMMSSZ`, and in milliseconds
    /// since the Unix epoch.
    pub fn date(&self) -> Option<(&'a str, u64)> {
        let text = self.header("x-sdk-date")?;
        Some((text, milliseconds(text)?))
    }
}

/// Of `YYYYMMDDTHHMMSSZ`, since the Unix epoch.
pub(crate) fn milliseconds(date: &str) -> Option<u64> {
    let date = DateTime::strptime("%Y%m%dT%H%M%SZ", date).ok()?;
    let instant = TimeZone::UTC.to_timestamp(date).ok()?;
    instant.as_millisecond().try_into().ok()
}
