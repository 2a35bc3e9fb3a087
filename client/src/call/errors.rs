//! The constructors of errors.

use std::error::Error as StdError;
use std::sync::Arc;

use super::error_body::ErrorBody;
use super::operation::Operation;
use super::printable::{LONGEST_MESSAGE, printable};
use super::received_response::ReceivedResponse;
use crate::error::{Details, Error, ErrorKind, ResponseMeta};
use crate::response::Response;
use crate::secret::Secret;

impl Error {
    fn new(kind: ErrorKind, reason: impl Into<String>) -> Self {
        use ErrorKind::{Incomplete, MaybeSent, Service, Undecodable};
        let was_sent = matches!(kind, MaybeSent | Service | Undecodable | Incomplete);
        Self(Box::new(Details {
            kind,
            operation: None,
            reason: reason.into(),
            response: None,
            attempts: 0,
            was_sent,
            is_truncated: false,
            is_lasting: false,
            credentials_source: None,
            source: None,
        }))
    }

    /// `reason` names the setting and what is wrong with it.
    pub(crate) fn configuration(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, reason)
    }

    /// Creates an error of code that provides credentials, for implementations of
    /// [`ProvideCredentials`](crate::ProvideCredentials).
    ///
    /// `message` must not contain a secret.
    pub fn credentials(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Credentials, message)
    }

    /// `why` completes the sentence that begins with the name of the parameter.
    pub(crate) fn invalid_argument(parameter: &str, why: &str) -> Self {
        Self::new(ErrorKind::InvalidArgument, format!("{parameter}: {why}"))
    }

    pub(crate) fn not_sent(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotSent, reason)
    }

    /// `place`, which is the caller's own, failed; `secrets` are kept out of the message.
    #[allow(dead_code, reason = "only rotations need it")]
    pub(crate) fn storing(place: &str, failure: &dyn StdError, secrets: &[Secret]) -> Self {
        let failure = printable(&failure.to_string(), secrets, LONGEST_MESSAGE);
        Self::not_sent(format!("{place} failed: {failure}"))
    }

    pub(crate) fn maybe_sent(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::MaybeSent, reason)
    }

    /// A response with a status other than success; `secrets` are kept out of the message.
    pub(crate) fn service(response: ReceivedResponse, secrets: &[Secret]) -> Self {
        let body = ErrorBody::read(&response.body, secrets);
        let status = response.status.canonical_reason().unwrap_or("unknown status");
        Self::service_error(format!("{status}, without a message"), body, response)
    }

    /// Refuses a success whose body reports an error; `secrets` are kept out of the message.
    pub(crate) fn of_reported(
        response: ReceivedResponse,
        secrets: impl FnOnce() -> Vec<Secret>,
    ) -> Result<ReceivedResponse, Self> {
        match ErrorBody::in_success(&response.body, secrets) {
            Some(body) => {
                let reason = "the response reports an error, without a message";
                Err(Self::service_error(reason.to_owned(), body, response))
            }
            None => Ok(response),
        }
    }

    fn service_error(reason: String, body: ErrorBody, response: ReceivedResponse) -> Self {
        let ErrorBody { code, message, request_id, encoded_authorization_message } = body;
        let mut error = Self::new(ErrorKind::Service, reason);
        let meta = ResponseMeta::new(response);
        let request_id = meta.request_id.or(request_id);
        let said =
            ResponseMeta { code, message, request_id, encoded_authorization_message, ..meta };
        error.0.response = Some(said);
        error
    }

    /// A success that is not what the operation guarantees; `reason` quotes nothing of the body.
    pub(crate) fn undecodable(response: ReceivedResponse, reason: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Undecodable, reason);
        error.0.response = Some(ResponseMeta::new(response));
        error
    }

    /// A success of which a part failed; `reason` says which.
    pub(crate) fn incomplete<T>(response: &Response<T>, reason: String) -> Self {
        Self::of_success(ErrorKind::Incomplete, response, reason)
    }

    /// A success without the requested value; `reason` quotes nothing of the body.
    pub(crate) fn lacking<T>(response: &Response<T>, reason: &str) -> Self {
        Self::of_success(ErrorKind::Undecodable, response, reason.to_owned())
    }

    /// Several calls of which some failed; `reason` says which.
    #[allow(dead_code, reason = "only rotations need it")]
    pub(crate) fn unfinished(reason: String) -> Self {
        Self::new(ErrorKind::Incomplete, reason)
    }

    fn of_success<T>(kind: ErrorKind, response: &Response<T>, reason: String) -> Self {
        let mut error = Self::new(kind, reason);
        error.0.response = Some(ResponseMeta::of_success(response));
        error.with_operation(response.operation())
    }

    /// A success whose body broke off.
    pub(crate) fn truncated(response: ReceivedResponse, reason: impl Into<String>) -> Self {
        let mut error = Self::undecodable(response, reason);
        error.0.is_truncated = true;
        error
    }

    /// The same request would fail each time.
    pub(crate) fn lasting(mut self) -> Self {
        self.0.is_lasting = true;
        self
    }

    pub(crate) fn with_operation(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }

    /// Names the variables or the file from which the credentials come.
    pub(crate) fn with_credentials_of(mut self, source: &str) -> Self {
        self.0.credentials_source = Some(source.to_owned());
        self
    }

    /// What is known of the attempts of the call, this one included.
    pub(crate) fn with_attempts(mut self, attempts: u32, was_sent: bool) -> Self {
        self.0.attempts = attempts;
        self.0.was_sent |= was_sent;
        self
    }

    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }
}
