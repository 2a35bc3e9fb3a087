//! Adds credentials to a request.

use std::time::SystemTime;

use reqwest::header::{AUTHORIZATION, HOST, HeaderName, HeaderValue};
use reqwest::{Body, Request, Url};

use super::guard::Key;
use super::signing::{self, DATE_HEADER};
use super::{timestamp, value};
use crate::error::Error;
use crate::secret::Secret;

#[cfg(test)]
mod tests;

static AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const PROJECT_ID: &str = "x-project-id";
const SECURITY_TOKEN: &str = "x-security-token";

/// The headers that are signed where they are there, besides host and date. No other: what a proxy
/// may change or add must not break a signature.
const SIGNED: [&str; 3] = ["content-type", PROJECT_ID, SECURITY_TOKEN];

/// What a request proves its sender with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum AuthMethod {
    Token(Secret),
    AccessKey(AccessKey),
}

/// Signs requests; a security token makes it a temporary one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AccessKey {
    pub(super) id: Secret,
    pub(super) secret: Secret,
    pub(super) security_token: Option<Secret>,
}

impl AuthMethod {
    /// Checks the parts, which code may give as it read them from a file.
    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Token(token) => value::check("token", token.expose()),
            Self::AccessKey(AccessKey { id, secret, security_token }) => {
                value::check("access key id", id.expose())?;
                value::check("secret access key", secret.expose())?;
                let token = security_token.as_ref();
                token.map_or(Ok(()), |token| value::check("security token", token.expose()))
            }
        }
    }

    pub(super) fn secrets(&self) -> Vec<Secret> {
        match self {
            Self::Token(token) => vec![token.clone()],
            Self::AccessKey(AccessKey { id, secret, security_token }) => {
                [id, secret].into_iter().chain(security_token).cloned().collect()
            }
        }
    }
}

impl AccessKey {
    /// Returns what the guard tells it apart by.
    pub(super) fn key(&self) -> Key<'_> {
        Key { id: &self.id, secret: &self.secret }
    }
}

/// Puts a token into `request`, unless a documented parameter of that header is set.
pub(super) fn set_token(request: &mut Request, token: &Secret) -> Result<(), Error> {
    let token = sensitive(token.expose(), "token")?;
    request.headers_mut().entry(&AUTH_TOKEN).or_insert(token);
    Ok(())
}

/// Signs `request`, whose headers and body are complete otherwise.
pub(super) fn sign(
    request: &mut Request,
    key: &AccessKey,
    project_id: Option<&str>,
    time: SystemTime,
) -> Result<(), Error> {
    let date = timestamp::compact(time);
    let headers = request.headers_mut();
    headers.insert(DATE_HEADER, sensitive(&date, "date")?);
    if let Some(id) = project_id {
        let id = sensitive(id, "project id")?;
        // A documented parameter of that header wins.
        headers.entry(PROJECT_ID).or_insert(id);
    }
    if let Some(token) = &key.security_token {
        headers.insert(SECURITY_TOKEN, sensitive(token.expose(), "security token")?);
    }
    let query = signing::canonical_query(request.url().query_pairs());
    // What is sent is what is signed, to the letter, except for a bare comma between the items of a
    // list: encoded, it would be part of an item.
    if !request.url().query().unwrap_or_default().contains(',') {
        request.url_mut().set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    }
    let authorization = authorization(request, key, &query, &date);
    request.headers_mut().insert(AUTHORIZATION, sensitive(&authorization, "access key id")?);
    Ok(())
}

fn authorization(request: &Request, key: &AccessKey, query: &str, date: &str) -> String {
    let host = host(request.url());
    let mut headers = vec![(HOST.as_str(), host.as_str())];
    for (name, value) in request.headers() {
        if let (true, Ok(value)) = (SIGNED.contains(&name.as_str()), value.to_str()) {
            headers.push((name.as_str(), value));
        }
    }
    let request = signing::Request {
        method: request.method().as_str(),
        path: request.url().path(),
        query,
        headers: &headers,
        body: request.body().and_then(Body::as_bytes).unwrap_or_default(),
    };
    signing::sign(&request, key.id.expose(), key.secret.expose(), date)
}

/// Returns the value of the `Host` header for `url`.
pub(crate) fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// Returns a header value that is never printed.
pub(crate) fn sensitive(text: &str, what: &str) -> Result<HeaderValue, Error> {
    match HeaderValue::from_str(text) {
        Ok(mut value) if !text.is_empty() => {
            value.set_sensitive(true);
            Ok(value)
        }
        _ => Err(Error::credentials(format!(
            "the {what} is empty, or contains characters that a header cannot contain"
        ))),
    }
}
