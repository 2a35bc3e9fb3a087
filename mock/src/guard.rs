//! Which requests are refused because a web page of another origin may have made them.
//!
//! A browser sends requests of any page to this machine. A page of another origin must neither read
//! nor change anything here, also if its host name resolves to this machine (DNS rebinding). Other
//! programs send none of the headers that are checked, except for the host.

use std::net::IpAddr;

use http::header::{HOST, HeaderMap, ORIGIN};
use http::uri::Authority;
use http::{HeaderName, Uri};

use crate::service_error::ServiceError;

static SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The base URL by which a request reaches the mock server: an extension of requests.
#[derive(Clone)]
pub(crate) struct BaseUrl(pub String);

/// Returns the base URL by which a request reaches the mock server.
///
/// # Errors
///
/// The host is not this machine.
pub(crate) fn base_url(uri: &Uri, headers: &HeaderMap) -> Result<BaseUrl, ServiceError> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()?.parse().ok());
    let host: Option<Authority> = uri.authority().cloned().or(host);
    match host.filter(|authority| is_this_machine(authority.host())) {
        Some(authority) => Ok(BaseUrl(format!("http://{authority}"))),
        None => Err(ServiceError::other_origin(
            "the host of the request is not a name of this machine; use `127.0.0.1` or `localhost`",
        )),
    }
}

/// Checks that no page of another origin has made the request.
pub(crate) fn check_origin(base_url: &BaseUrl, headers: &HeaderMap) -> Result<(), ServiceError> {
    let is_own = headers.get(ORIGIN).is_none_or(|origin| *origin == base_url.0);
    let site = headers.get(&SEC_FETCH_SITE);
    let is_same = site.is_none_or(|site| site == "same-origin" || site == "none");
    match is_own && is_same {
        true => Ok(()),
        false => Err(ServiceError::other_origin(
            "a web page of another origin may not use the mock server",
        )),
    }
}

fn is_this_machine(host: &str) -> bool {
    match host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => {
            let host = host.to_ascii_lowercase();
            host == "localhost" || host.ends_with(".localhost")
        }
    }
}
