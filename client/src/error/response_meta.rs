//! The status, the headers and the message of a response.

use std::time::{Duration, SystemTime};

use bytes::Bytes;

use crate::call::received_response::ReceivedResponse;
use crate::response::{Headers, Response};

/// What an error keeps of a response.
#[derive(Clone)]
pub(crate) struct ResponseMeta {
    pub(crate) status: u16,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) date: Option<SystemTime>,
    pub(crate) encoded_authorization_message: Option<String>,
    pub(crate) headers: Headers,
    pub(crate) body: Bytes,
}

impl ResponseMeta {
    /// Returns all of `response`, without an error code and a message.
    pub(crate) fn new(response: ReceivedResponse) -> Self {
        Self {
            status: response.status.as_u16(),
            code: None,
            message: None,
            request_id: response.request_id(),
            retry_after: response.retry_after(),
            date: response.date(),
            encoded_authorization_message: None,
            headers: Headers(response.headers),
            body: response.body,
        }
    }

    /// Returns what is left of a response whose body was decoded.
    pub(crate) fn of_success<T>(response: &Response<T>) -> Self {
        Self {
            status: response.status(),
            code: None,
            message: None,
            request_id: response.request_id().map(str::to_owned),
            retry_after: None,
            date: None,
            encoded_authorization_message: None,
            headers: response.headers().clone(),
            body: Bytes::new(),
        }
    }
}
