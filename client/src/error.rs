//! The one error of the crate.

mod kind;
mod response_meta;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub use self::kind::ErrorKind;
pub(crate) use self::response_meta::ResponseMeta;
use crate::call::operation::{Operation, Safety};
use crate::response::Headers;

/// Why a call failed, or why a client could not be built.
///
/// Display is one line, such as
/// `ShowApigApp: 404 ModelArts.3923 Application x does not exist. (request id 7c1…, attempt 1)`.
/// Neither it nor Debug, nor any error in the [source](StdError::source) chain, contains a secret
/// or a part of a body which is not an error message of the service.
#[derive(Clone)]
pub struct Error(pub(crate) Box<Details>);

#[derive(Clone)]
pub(crate) struct Details {
    pub(crate) kind: ErrorKind,
    pub(crate) operation: Option<&'static Operation>,
    /// What is wrong, in our own words.
    pub(crate) reason: String,
    pub(crate) response: Option<ResponseMeta>,
    pub(crate) attempts: u32,
    pub(crate) was_sent: bool,
    /// Whether the response ended too early, as opposed to having another form.
    pub(crate) is_truncated: bool,
    /// Whether the same request fails each time, as with a certificate that is not trusted.
    pub(crate) is_lasting: bool,
    /// The variables or the file that the credentials come from, if they are what is wrong.
    pub(crate) credentials_source: Option<String>,
    pub(crate) source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    /// Returns the category of the failure, by whether the last attempt was sent.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the official name of the operation, such as `ShowApigApp`; `None` outside of a call.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.id)
    }

    /// Returns the HTTP status of the response; `None` if there was no response.
    pub fn status(&self) -> Option<u16> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// Returns the error code of the service, such as `ModelArts.3923`; `None` if it sent none.
    ///
    /// The service uses some codes with several statuses and meanings; check the status, too.
    pub fn code(&self) -> Option<&str> {
        self.0.response.as_ref()?.code.as_deref()
    }

    /// Returns the message of the service, on one line and without the secrets of the request.
    pub fn message(&self) -> Option<&str> {
        self.0.response.as_ref()?.message.as_deref()
    }

    /// Returns the ID under which the service logged the request, for a support ticket.
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id.as_deref()
    }

    /// Returns the encoded reason why no policy allows the request, if the service sent one. The
    /// security token service decodes it for those who have the permission. It is never printed as
    /// part of the error.
    pub fn encoded_authorization_message(&self) -> Option<&str> {
        self.0.response.as_ref()?.encoded_authorization_message.as_deref()
    }

    /// Returns the HTTP headers of the response, if there was one.
    pub fn headers(&self) -> Option<&Headers> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// Returns how long the service asks to wait before the next request; `None` if it does not.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.as_ref()?.retry_after
    }

    /// When the service responded, by its own clock.
    pub(crate) fn date(&self) -> Option<SystemTime> {
        self.0.response.as_ref()?.date
    }

    /// Returns how many attempts were made to send the request.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the body of the response as received. It may contain secrets: do not print it.
    pub fn expose_body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| &*response.body)
    }

    /// Returns whether the same call may succeed later and cannot do harm.
    ///
    /// That is: it is known not to have been processed (no connection, for a reason that may pass,
    /// unlike a certificate that is not trusted; 429; or 503 with a `Retry-After`), or it changes
    /// nothing and the failure may pass (a broken connection, a timeout, 408, 500, 502,
    /// 503, 504). The client has already retried such a failure as often as it may.
    pub fn is_retryable(&self) -> bool {
        let reads = self.0.operation.is_some_and(|operation| operation.safety == Safety::Read);
        match self.0.kind {
            ErrorKind::NotSent => !self.0.is_lasting,
            ErrorKind::MaybeSent => reads,
            ErrorKind::Undecodable => reads && self.0.is_truncated,
            ErrorKind::Service => match self.status() {
                Some(429) => true,
                Some(503) => reads || self.retry_after().is_some(),
                Some(408 | 500 | 502 | 504) => reads,
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns whether the service reports that the addressed resource does not exist (404).
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Returns whether the service asks to slow down: 429, or the code of the gateway for a reached
    /// limit.
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(429) || matches!(self.code(), Some("APIG.0308" | "APIGW.0308"))
    }

    /// Whether the service itself reports the error, as opposed to a gateway in front of it.
    pub(crate) fn is_of_service(&self) -> bool {
        self.code().is_some_and(|code| code.starts_with("ModelArts."))
    }

    /// Returns whether any attempt of this call may have reached the service.
    pub fn was_sent(&self) -> bool {
        self.0.was_sent
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { kind, operation, reason, response, attempts, .. } = &*self.0;
        if let Some(operation) = operation {
            write!(f, "{}: ", operation.id)?;
        }
        match kind {
            ErrorKind::Configuration => f.write_str("configuration: ")?,
            ErrorKind::Credentials => f.write_str("credentials: ")?,
            ErrorKind::InvalidArgument => f.write_str("invalid argument: ")?,
            ErrorKind::NotSent => f.write_str("not sent: ")?,
            ErrorKind::MaybeSent => f.write_str("outcome unknown: ")?,
            ErrorKind::Service | ErrorKind::Undecodable | ErrorKind::Incomplete => {}
        }
        if let Some(response) = response {
            write!(f, "{} ", response.status)?;
            // IAM repeats the status as its code.
            let is_new = |code: &&String| **code != response.status.to_string();
            if let Some(code) = response.code.as_ref().filter(is_new) {
                write!(f, "{code} ")?;
            }
        }
        f.write_str(self.message().unwrap_or(reason))?;
        let facts = [
            self.0.credentials_source.as_ref().map(|source| format!("credentials of {source}")),
            self.request_id().map(|id| format!("request id {id}")),
            (*attempts > 0).then(|| format!("attempt {attempts}")),
            self.retry_after().and_then(wait),
        ];
        let facts: Vec<_> = facts.into_iter().flatten().collect();
        if facts.is_empty() { Ok(()) } else { write!(f, " ({})", facts.join(", ")) }
    }
}

/// When to come back, in whole seconds.
fn wait(retry_after: Duration) -> Option<String> {
    let seconds = retry_after.as_secs().saturating_add(u64::from(retry_after.subsec_nanos() > 0));
    (seconds > 0).then(|| format!("retry after {seconds} s"))
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.to_string())
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
