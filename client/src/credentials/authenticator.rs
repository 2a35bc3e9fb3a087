//! Puts the credentials into each attempt of a call, and learns from the response.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use reqwest::{Method, Request, Url};
use tokio::time::{Instant, timeout_at};

use super::auth_method::{self, AuthMethod};
use super::cache::Cache;
use super::clock::Clock;
use super::credential_set::Credentials;
use super::guard::{Guard, Permit};
use super::iam::Iam;
use super::project_id::ProjectId;
use super::provider::ProvideCredentials;
use crate::call::operation::Operation;
use crate::call::received_response::ReceivedResponse;
use crate::call::transport;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::secret::Secret;

/// The credentials of a client at work.
#[derive(Debug)]
pub(crate) struct Authenticator {
    pub(super) cache: Cache,
    pub(super) iam: Arc<Iam>,
    guard: Guard,
    clock: Clock,
    pub(super) project_id: ProjectId,
}

/// How one request was authenticated.
pub(crate) struct Authentication {
    credentials: Arc<Credentials>,
    signature: Option<Signature>,
}

struct Signature {
    time: SystemTime,
    permit: Permit,
}

impl Authenticator {
    pub(crate) fn new(
        provider: Arc<dyn ProvideCredentials>,
        iam: Iam,
        project_id: Option<String>,
    ) -> Self {
        let iam = Arc::new(iam.with_project_id(project_id.clone()));
        Self {
            cache: Cache::new(provider, Arc::clone(&iam)),
            iam,
            guard: Guard::default(),
            clock: Clock::default(),
            project_id: ProjectId::new(project_id),
        }
    }

    /// Authenticates one attempt, which is complete otherwise and new: it has no credentials yet.
    ///
    /// Waits until there are credentials, and while a key is tried out for the first time; for the
    /// latter not longer than until `deadline`.
    pub(crate) async fn authenticate(
        &self,
        request: &mut Request,
        project_id: Option<&str>,
        deadline: Instant,
    ) -> Result<Authentication, Error> {
        let credentials = self.cache.get().await?;
        let named = |error| credentials.named(error);
        let signature = match &credentials.auth_method {
            AuthMethod::Token(token) => {
                auth_method::set_token(request, token).map_err(named)?;
                None
            }
            AuthMethod::AccessKey(key) => {
                let permit = self.guard.enter(key.key(), deadline).await.map_err(|error| {
                    if error.kind() != ErrorKind::Credentials {
                        return error;
                    }
                    // Their provider may have others by the next call.
                    self.cache.invalidate(&credentials);
                    named(error)
                })?;
                let time = self.clock.now();
                auth_method::sign(request, key, project_id, time).map_err(named)?;
                Some(Signature { time, permit })
            }
        };
        Ok(Authentication { credentials, signature })
    }

    /// Learns from the outcome of an attempt. `true` means that sending the request again, at once,
    /// may succeed: the token was renewed, or the clock corrected. The caller does so once;
    /// `may_repeat` is whether it still would.
    ///
    /// # Errors
    ///
    /// The service rejected the token, and there is no new one by `deadline`.
    pub(crate) async fn review(
        &self,
        authentication: Authentication,
        outcome: &Result<ReceivedResponse, Error>,
        may_repeat: bool,
        deadline: Instant,
    ) -> Result<bool, Error> {
        let Authentication { credentials, signature } = authentication;
        let Some(rejection) = outcome.as_ref().err().filter(|error| is_rejection(error)) else {
            if let (Some(Signature { permit, .. }), true) = (signature, is_acceptance(outcome)) {
                self.guard.accept(permit);
            }
            return Ok(false);
        };
        self.cache.invalidate(&credentials);
        match signature {
            Some(Signature { time, permit }) => {
                self.guard.reject(permit);
                let is_corrected =
                    rejection.date().is_some_and(|date| self.clock.correct(time, date));
                Ok(may_repeat && is_corrected)
            }
            None if may_repeat => self.is_renewed(&credentials, rejection, deadline).await,
            None => Ok(false),
        }
    }

    /// Whether the provider has another token than `rejected`.
    async fn is_renewed(
        &self,
        rejected: &Credentials,
        rejection: &Error,
        deadline: Instant,
    ) -> Result<bool, Error> {
        let renewed = timeout_at(deadline, self.cache.get()).await;
        let late = |_| Err(Error::credentials("the time of the call ended before one was fetched"));
        match renewed.unwrap_or_else(late) {
            Ok(renewed) => Ok(renewed.auth_method != rejected.auth_method),
            Err(error) => Err(rejected.named(
                Error::credentials(format!(
                    "the service refused the token ({rejection}), and there is no new one: {error}"
                ))
                .with_source(error),
            )),
        }
    }

    /// Reads `url` at IAM.
    pub(super) async fn get(
        &self,
        operation: &'static Operation,
        endpoint: &Endpoint,
        url: &Url,
    ) -> Result<ReceivedResponse, Error> {
        // The calls that wait for the response bound it by their own time.
        let deadline = transport::deadline(Duration::MAX);
        let mut may_repeat = true;
        loop {
            let mut request = Request::new(Method::GET, url.clone());
            let authentication = self.authenticate(&mut request, None, deadline).await?;
            let (secrets, naming) = (authentication.secrets(), authentication.naming());
            let outcome = self.iam.exchange(operation, endpoint, request, &secrets).await;
            if !self.review(authentication, &outcome, may_repeat, deadline).await? {
                return outcome.map_err(naming);
            }
            may_repeat = false;
        }
    }
}

impl Authentication {
    /// Returns what adds to an error where the credentials come from, if the service refused them.
    pub(crate) fn naming(&self) -> impl FnOnce(Error) -> Error + use<> {
        let credentials = Arc::clone(&self.credentials);
        move |error| if is_rejection(&error) { credentials.named(error) } else { error }
    }

    /// What must not come back in a message.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        self.credentials.auth_method.secrets()
    }
}

/// Whether the credentials were not accepted, as opposed to what they were used for.
fn is_rejection(error: &Error) -> bool {
    match error.status() {
        Some(401) => true,
        Some(403) => matches!(error.code(), Some("ModelArts.0203" | "ModelArts.0206")),
        _ => false,
    }
}

/// Whether the response is of the service itself: it sees only what the gateway has authenticated.
fn is_acceptance(outcome: &Result<ReceivedResponse, Error>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(error) => error.kind() == ErrorKind::Undecodable || error.is_of_service(),
    }
}
