//! The attempts of a call: authenticate, send, check the outcome, wait, repeat.

use std::mem;
use std::pin::pin;
use std::time::Duration;

use progenitor_client::{ClientHooks, OperationInfo};
use reqwest::Request;
use reqwest::header::{ACCEPT, HeaderValue};
use tokio::time::{Instant, sleep};
use tracing::debug;

use super::context::{CallState, Context};
use super::exchange::exchange;
use super::outgoing;
use super::received_response::ReceivedResponse;
use super::retry;
use super::transport::{self, Bounds, with_deadline};
use crate::client::Inner;
use crate::error::Error;
use crate::generated::api;

/// One attempt, and whether to send the request again with renewed credentials.
struct Attempt {
    outcome: Result<ReceivedResponse, Error>,
    should_resend: bool,
}

impl ClientHooks<Context> for api::Client {
    /// Takes the request for [`CallState::run`]. The error keeps progenitor from sending it.
    async fn pre<E>(
        &self,
        request: &mut Request,
        _: &OperationInfo,
    ) -> Result<(), progenitor_client::Error<E>> {
        let empty = Request::new(request.method().clone(), request.url().clone());
        self.inner.state().history().request = Some(mem::replace(request, empty));
        Err(progenitor_client::Error::Custom(String::new()))
    }
}

impl CallState {
    /// Sends the request that progenitor has built until the service accepts it or it must not be sent
    /// again.
    pub(crate) async fn run(&self) -> Result<ReceivedResponse, Error> {
        let (request, has_no_body) = {
            let mut history = self.history();
            (history.request.take(), history.has_no_body)
        };
        let Some(mut request) = request else {
            return Err(Error::invalid_argument("request", "is not a valid HTTP request"));
        };
        let accept = self.operation.accept;
        if !accept.is_empty() {
            request.headers_mut().insert(ACCEPT, HeaderValue::from_static(accept));
        }
        outgoing::complete(&mut request, has_no_body);
        let mut was_resent = false;
        let mut tries = 0;
        loop {
            let attempt = self.attempt(&request, !was_resent).await?;
            if attempt.should_resend {
                debug!("sending again with renewed credentials");
                was_resent = true;
                continue;
            }
            let failure = match attempt.outcome {
                Ok(response) => {
                    self.client.budget.earn();
                    return Ok(response);
                }
                Err(failure) => failure,
            };
            tries += 1;
            let wait = retry::wait_after(tries, &failure);
            if !self.may_repeat(tries, &failure, wait) {
                return Err(failure);
            }
            debug!(wait_ms = wait.as_millis() as u64, "sending again");
            sleep(wait).await;
        }
    }

    async fn attempt(&self, request: &Request, may_repeat: bool) -> Result<Attempt, Error> {
        let Some(mut request) = request.try_clone() else {
            return Err(Error::invalid_argument("body", "cannot be sent twice"));
        };
        let authenticator = &self.client.authenticator;
        let project_id = Some(self.project_id.as_str());
        let authentication = authenticator.authenticate(&mut request, project_id, self.deadline);
        let authentication = with_deadline(self.deadline, pin!(authentication)).await?;
        let deadline = self.deadline.min(transport::deadline(self.limits.attempt_timeout));
        transport::check_time_left(deadline)?;
        let resends = {
            let mut history = self.history();
            history.attempts += 1;
            history.attempts - 1
        };
        let secrets = || [&self.history().secrets[..], &authentication.secrets()].concat();
        let bounds = Bounds { deadline, max_body_size: self.client.max_response_size };
        let Inner { http, endpoint, .. } = &*self.client;
        let outcome = exchange(self.operation, http, endpoint, request, bounds, resends, secrets);
        let outcome = pin!(outcome).await;
        self.history().was_sent |= outcome.as_ref().err().is_none_or(Error::was_sent);
        let naming = authentication.naming();
        let review = authenticator.review(authentication, &outcome, may_repeat, self.deadline);
        let should_resend = pin!(review).await?;
        Ok(Attempt { outcome: outcome.map_err(naming), should_resend })
    }

    /// Whether `failure` may be followed by sending the request again after `wait`.
    fn may_repeat(&self, tries: u32, failure: &Error, wait: Duration) -> bool {
        failure.is_retryable()
            && tries < self.limits.max_attempts
            && wait < self.deadline.saturating_duration_since(Instant::now())
            && self.client.budget.take()
    }
}
