//! The parts of a request that are signed.

use http::header::HOST;
use http::request::Parts;
use reqwest::Url;

use crate::credentials::auth_method::host;
use crate::credentials::signing::{self, DATE_HEADER};
use crate::error::Error;
use crate::secret::Secret;

/// Returns the URL of a request.
pub fn absolute(parts: &Parts) -> Result<Url, Error> {
    let url = Url::parse(&parts.uri.to_string()).ok();
    let is_http = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    url.filter(is_http).ok_or_else(not_absolute)
}

pub fn not_absolute() -> Error {
    let why = "its URI must be absolute, such as `https://example.com/path`";
    Error::invalid_argument("request", why)
}

/// Returns the value of `Authorization`. It covers every header that can be written in one line.
pub fn authorization(
    parts: &Parts,
    url: &Url,
    query: &str,
    body: Option<&[u8]>,
    app_key: &str,
    app_secret: &Secret,
    date: &str,
) -> String {
    let host = host(url);
    let mut headers = Vec::with_capacity(parts.headers.len() + 1);
    if !parts.headers.contains_key(HOST) {
        headers.push((HOST.as_str(), host.as_str()));
    }
    for name in parts.headers.keys().filter(|name| *name != DATE_HEADER) {
        let mut values = parts.headers.get_all(name).iter();
        let value = values.next().map_or(Ok(""), |value| std::str::from_utf8(value.as_bytes()));
        // Gateways differ in how they read a repeated header, and drop names with an underscore.
        if let (Ok(value), None, false) = (value, values.next(), name.as_str().contains('_')) {
            headers.push((name.as_str(), value));
        }
    }
    let request = signing::Request {
        method: parts.method.as_str(),
        path: url.path(),
        query,
        headers: &headers,
        // The hash of a body that is not in memory is a header; the hash of no body would win.
        body: body.unwrap_or(b"-"),
    };
    signing::sign(&request, app_key, app_secret.expose(), date)
}
