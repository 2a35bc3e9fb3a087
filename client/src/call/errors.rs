//! The constructors of errors.

use std::error::Error as StdError;
use std::sync::Arc;

use super::error_body::{Fault, presentable};
use super::operation::Operation;
use super::received_response::Answer;
use crate::error::{Details, Error, ErrorKind, Facts};
use crate::response::Response;
use crate::secret::Secret;

/// The longest text that is shown of a caller's own failure, in characters.
const LONGEST_FAILURE: usize = 500;

impl Error {
    fn new(kind: ErrorKind, reason: impl Into<String>) -> Self {
        use ErrorKind::{Incomplete, MaybeSent, Service, Undecodable};
        let was_sent = matches!(kind, MaybeSent | Service | Undecodable | Incomplete);
        Self(Box::new(Details {
            kind,
            operation: None,
            reason: reason.into(),
            answer: None,
            attempts: 0,
            was_sent,
            is_torn: false,
            is_lasting: false,
            source: None,
        }))
    }

    /// `reason` names the setting and what is wrong with it.
    pub(crate) fn configuration(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, reason)
    }

    /// An error of the code that provides credentials, for providers of your own.
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

    /// `place`, which is the caller's own, failed; `secrets` are kept out of what it says.
    pub(crate) fn storing(place: &str, failure: &dyn StdError, secrets: &[Secret]) -> Self {
        let failure = presentable(&failure.to_string(), secrets, LONGEST_FAILURE);
        Self::not_sent(format!("{place} failed: {failure}"))
    }

    pub(crate) fn maybe_sent(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::MaybeSent, reason)
    }

    /// An answer with a status other than success; `secrets` are kept out of what it says.
    pub(crate) fn service(answer: Answer, secrets: &[Secret]) -> Self {
        let fault = Fault::read(&answer.body, secrets);
        let status = answer.status.canonical_reason().unwrap_or("unknown status");
        Self::refusal(format!("{status}, without a message"), fault, answer)
    }

    /// Refuses a success whose body reports an error; `secrets` are kept out of what it says.
    pub(crate) fn of_reported(
        answer: Answer,
        secrets: impl FnOnce() -> Vec<Secret>,
    ) -> Result<Answer, Self> {
        match Fault::in_success(&answer.body, secrets) {
            Some(fault) => {
                let reason = "the response reports an error, without a message";
                Err(Self::refusal(reason.to_owned(), fault, answer))
            }
            None => Ok(answer),
        }
    }

    fn refusal(reason: String, fault: Fault, answer: Answer) -> Self {
        let Fault { code, message, request_id, encoded_authorization_message } = fault;
        let mut error = Self::new(ErrorKind::Service, reason);
        let facts = Facts::new(answer);
        let request_id = facts.request_id.or(request_id);
        let said = Facts { code, message, request_id, encoded_authorization_message, ..facts };
        error.0.answer = Some(said);
        error
    }

    /// A success that is not what the operation promises; `reason` quotes nothing of the body.
    pub(crate) fn undecodable(answer: Answer, reason: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Undecodable, reason);
        error.0.answer = Some(Facts::new(answer));
        error
    }

    /// A success of which a part failed; `reason` says which.
    pub(crate) fn incomplete<T>(response: &Response<T>, reason: String) -> Self {
        Self::of_success(ErrorKind::Incomplete, response, reason)
    }

    /// A success without what was asked for; `reason` quotes nothing of the body.
    pub(crate) fn lacking<T>(response: &Response<T>, reason: &str) -> Self {
        Self::of_success(ErrorKind::Undecodable, response, reason.to_owned())
    }

    /// Several calls of which some failed; `reason` says which.
    pub(crate) fn unfinished(reason: String) -> Self {
        Self::new(ErrorKind::Incomplete, reason)
    }

    fn of_success<T>(kind: ErrorKind, response: &Response<T>, reason: String) -> Self {
        let mut error = Self::new(kind, reason);
        error.0.answer = Some(Facts::of_success(response));
        error.with_operation(response.operation())
    }

    /// A success whose body broke off.
    pub(crate) fn torn(answer: Answer, reason: impl Into<String>) -> Self {
        let mut error = Self::undecodable(answer, reason);
        error.0.is_torn = true;
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
