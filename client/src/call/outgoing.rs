//! Completes a request of progenitor before it is sent.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Body, Method, Request};

#[cfg(test)]
mod tests;

/// The header that progenitor adds to every request. The service does not know it.
static API_VERSION: HeaderName = HeaderName::from_static("api-version");

/// How U+0001 appears after progenitor has encoded it.
///
/// progenitor encodes again what is encoded already. In a path the character takes the place of the
/// percent sign: no value in a path contains a control character. Before the name of a query pair it
/// says that the value is encoded already.
const ENCODED: &str = "%01";

/// Completes `request`, whose body is removed if the caller has set none.
pub(crate) fn complete(request: &mut Request, has_no_body: bool) {
    let headers = request.headers_mut();
    // A header parameter of this name is the second value.
    match headers.get_all(&API_VERSION).iter().nth(1).cloned() {
        Some(documented) => drop(headers.insert(&API_VERSION, documented)),
        None => drop(headers.remove(&API_VERSION)),
    }
    if has_no_body {
        headers.remove(CONTENT_TYPE);
        *request.body_mut() = None;
    }
    let body = request.body().and_then(Body::as_bytes).unwrap_or_default();
    // RFC 9110, section 8.6: these methods define a meaning for a body.
    if body.is_empty() && [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let url = request.url_mut();
    if url.path().contains(ENCODED) {
        let path = url.path().replace(ENCODED, "%");
        url.set_path(&path);
    }
    if let Some(query) = url.query() {
        let pairs: Vec<_> = query.split('&').map(pair).collect();
        let query = pairs.join("&");
        url.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    }
}

/// Returns a pair of a query as it is sent. The encoding of HTML forms writes a space as a plus.
fn pair(pair: &str) -> Cow<'_, str> {
    match pair.strip_prefix(ENCODED).and_then(|pair| pair.split_once('=')) {
        Some((name, value)) => {
            let value = percent_decode_str(value).decode_utf8_lossy();
            Cow::Owned(format!("{}={value}", name.replace('+', "%20")))
        }
        None if pair.contains('+') => Cow::Owned(pair.replace('+', "%20")),
        None => Cow::Borrowed(pair),
    }
}
