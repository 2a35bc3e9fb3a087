//! What a response tells apart from its body.

use std::time::{Duration, SystemTime};

use bytes::Bytes;

use crate::call::received_response::Answer;
use crate::response::{Headers, Response};

/// What an answer tells apart from its body.
#[derive(Clone)]
pub(crate) struct Facts {
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

impl Facts {
    /// Returns what `answer` has beside its body, which is kept.
    pub(crate) fn new(answer: Answer) -> Self {
        Self {
            status: answer.status.as_u16(),
            code: None,
            message: None,
            request_id: answer.request_id(),
            retry_after: answer.retry_after(),
            date: answer.date(),
            encoded_authorization_message: None,
            headers: Headers(answer.headers),
            body: answer.body,
        }
    }

    /// Returns what is left of a response that was decoded.
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
