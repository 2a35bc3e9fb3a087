//! The response to a successful call.

use std::fmt;
use std::ops::Deref;

use reqwest::header::HeaderMap;

use crate::call::operation::Operation;
use crate::call::received_response::ReceivedResponse;

/// The response to a call: the documented body, with status and headers.
///
/// It dereferences to the body. Debug shows neither secrets nor the values of headers.
pub struct Response<T> {
    body: T,
    status: u16,
    headers: Headers,
    request_id: Option<String>,
    operation: &'static Operation,
}

impl<T> Response<T> {
    pub(crate) fn new(body: T, response: ReceivedResponse, operation: &'static Operation) -> Self {
        Self {
            operation,
            body,
            status: response.status.as_u16(),
            request_id: response.request_id(),
            headers: Headers(response.headers),
        }
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Returns the documented body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// Returns the documented body by value, without status and headers.
    pub fn into_body(self) -> T {
        self.body
    }

    /// Returns the HTTP status, which is a success.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the HTTP headers.
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// Returns the media type of the body, such as `application/json`, without its parameters;
    /// `None` if the service named none.
    pub fn media_type(&self) -> Option<&str> {
        let name = self.headers.get("content-type")?.split(';').next()?.trim();
        Some(name).filter(|name| !name.is_empty())
    }

    /// Returns the ID under which the service logged the request (`X-Request-Id`); `None` if it
    /// sent none.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// The headers of a response. Debug shows their names only, as a value may be a secret.
#[derive(Clone)]
pub struct Headers(pub(crate) HeaderMap);

impl Headers {
    /// Returns the first value of a header, whose name is compared without regard to case; `None`
    /// if there is none, or if it is not visible ASCII.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }

    /// Returns all headers as received: names in lower case, values as bytes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys().map(|name| name.as_str())).finish()
    }
}
