//! A value for one segment of a path.

use std::fmt;

use percent_encoding::utf8_percent_encode;
use zeroize::Zeroizing;

use crate::credentials::signing::ENCODED;

/// A value that addresses what it names and nothing else.
///
/// It is percent-encoded as RFC 6570 says, so that no character of it separates it from the
/// rest of the path. A value that survives encoding and still changes which resource is addressed, on
/// this side or in a server that decodes once too often, is refused.
pub(crate) struct PathSegment(Zeroizing<String>);

/// Takes the place of the percent sign, which progenitor would encode again.
const PERCENT: &str = "\u{1}";

impl PathSegment {
    /// Checks `value`; the error is a clause that does not quote it.
    pub(crate) fn new(value: &str) -> Result<Self, &'static str> {
        let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        // Nearly every value is of these alone, and needs no closer look.
        if !value.is_empty() && value.bytes().all(is_usual) {
            return Ok(Self(Zeroizing::new(value.to_owned())));
        }
        error(value).map_or(Ok(()), Err)?;
        let encoded = Zeroizing::new(utf8_percent_encode(value, ENCODED).to_string());
        Ok(Self(Zeroizing::new(encoded.replace('%', PERCENT))))
    }
}

fn error(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        Some("must not be empty, the path would address the collection")
    } else if value.contains(['/', '\\']) {
        Some("must not contain a slash or a backslash, they separate path segments")
    } else if value.contains(';') {
        Some("must not contain a semicolon, servers cut a segment off there")
    } else if value.contains(char::is_control) {
        Some("must not contain control characters")
    } else if is_dots(value) {
        Some("must not be a relative path segment (`.` or `..`)")
    } else {
        None
    }
}

/// Whether `value` is `.` or `..`, plain or percent-encoded.
fn is_dots(value: &str) -> bool {
    let plain = Zeroizing::new(value.to_ascii_lowercase().replace("%2e", "."));
    matches!(plain.as_str(), "." | "..")
}

impl fmt::Display for PathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
