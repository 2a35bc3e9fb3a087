//! The reasons why a request has no response.

use std::error::Error as StdError;
use std::io;

use super::printable::{LONGEST_REASON, printable};
use crate::endpoint::Endpoint;
use crate::error::Error;

/// Classifies the failure of a request to `endpoint`. Only a failure before there was a connection
/// is known not to have been sent: name resolution, the proxy, the connection and the TLS
/// handshake.
pub(crate) fn send_error(error: reqwest::Error, endpoint: &Endpoint) -> Error {
    let target = endpoint.host_and_port();
    let error = error.without_url();
    let causes = Causes::of(&error);
    let failure = if error.is_builder() {
        Error::invalid_argument("request", "is not a valid HTTP request")
    } else if error.is_connect() {
        not_connected(&error, &causes, endpoint)
    } else if causes.is_broken() {
        Error::maybe_sent(format!("the connection to {target} broke before the response came"))
    } else {
        let cause = causes.last();
        Error::maybe_sent(format!("{target} sent no valid HTTP response: {cause}"))
    };
    failure.with_source(error)
}

fn not_connected(error: &reqwest::Error, causes: &Causes, endpoint: &Endpoint) -> Error {
    let is_proxy = causes.contain("tunnel error");
    let through = if is_proxy { format!(" through {}", endpoint.proxy()) } else { String::new() };
    let last = causes.last();
    let (why, may_pass) = if causes.contain("proxy authorization required") {
        ("it requires a user name and a password that it accepts (status 407)".to_owned(), false)
    } else if causes.contain("unsupported scheme") {
        (format!("{last}; use an `http://` or `https://` proxy"), false)
    } else if causes.contain("scheme is not http") {
        ("this build has no TLS; enable the feature `rustls` or `native-tls`".to_owned(), false)
    } else if error.is_dns() || causes.contain("dns error") {
        let host = if is_proxy { "its name" } else { "the host name" };
        (format!("{host} could not be resolved: {last}"), true)
    } else if causes.contain("certificate") {
        let is_unknown = causes.contain("issuer") || causes.contain("self-signed");
        let help = if is_unknown { "; trust its issuer with `root_certificates`" } else { "" };
        (format!("the certificate was rejected: {last}{help}"), false)
    } else if causes.has(io::ErrorKind::InvalidData) {
        (format!("the TLS handshake failed: {last}"), false)
    } else if error.is_timeout() {
        ("it took longer than the connect timeout".to_owned(), true)
    } else if causes.has(io::ErrorKind::ConnectionRefused) {
        ("connection refused".to_owned(), true)
    } else if let Some(why) = last.strip_prefix("tunnel error: ") {
        (format!("it did not open a tunnel ({why})"), true)
    } else if causes.has(io::ErrorKind::UnexpectedEof) {
        ("the connection was closed during the TLS handshake".to_owned(), true)
    } else {
        (last, true)
    };
    let failure = endpoint.not_connected(&format!("{through}: {why}"));
    if may_pass { failure } else { failure.lasting() }
}

/// An error and what caused it, down to the first cause.
struct Causes {
    texts: Vec<String>,
    kinds: Vec<io::ErrorKind>,
}

impl Causes {
    fn of(error: &(dyn StdError + 'static)) -> Self {
        let mut causes = Self { texts: Vec::new(), kinds: Vec::new() };
        let mut next = Some(error);
        while let Some(error) = next {
            causes.texts.push(error.to_string());
            let io = error.downcast_ref::<io::Error>();
            causes.kinds.extend(io.map(io::Error::kind));
            // `source` would leave out the error inside.
            let inner = io.and_then(io::Error::get_ref).map(|inner| inner as _);
            next = inner.or_else(|| error.source());
        }
        causes
    }

    fn contain(&self, part: &str) -> bool {
        self.texts.iter().any(|text| text.to_ascii_lowercase().contains(part))
    }

    fn has(&self, kind: io::ErrorKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether a connection that was there ended.
    fn is_broken(&self) -> bool {
        !self.kinds.is_empty() || self.contain("closed") || self.contain("canceled")
    }

    /// The text of the first cause.
    fn last(&self) -> String {
        self.texts.last().map_or(String::new(), |text| printable(text, &[], LONGEST_REASON))
    }
}
