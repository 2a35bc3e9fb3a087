//! Puts the credentials into each attempt of a call, and learns from what the service says to them.

use std::sync::Arc;
use std::time::SystemTime;

use reqwest::{Method, Request, Url};
use tokio::sync::OnceCell;

use super::cache::Cache;
use super::clock::Clock;
use super::guard::{Guard, Pass};
use super::proof::{self, Proof};
use super::{Credentials, Iam, ProvideCredentials, project};
use crate::answer::Answer;
use crate::{Error, ErrorKind, Secret};

/// The credentials of a client at work.
#[derive(Debug)]
pub(crate) struct Authenticator {
    cache: Cache,
    iam: Arc<Iam>,
    guard: Guard,
    clock: Clock,
    /// Empty until it is given or looked up.
    project_id: OnceCell<String>,
}

/// How one request was authenticated.
pub(crate) struct Authentication {
    credentials: Arc<Credentials>,
    signature: Option<Signature>,
}

struct Signature {
    time: SystemTime,
    pass: Pass,
}

impl Authenticator {
    pub(crate) fn new(
        provider: Arc<dyn ProvideCredentials>,
        iam: Iam,
        project_id: Option<String>,
    ) -> Self {
        let iam = Arc::new(iam);
        Self {
            cache: Cache::new(provider, Arc::clone(&iam)),
            iam,
            guard: Guard::default(),
            clock: Clock::default(),
            project_id: OnceCell::new_with(project_id),
        }
    }

    /// The project id set on the client, else the one that comes with the credentials, else the
    /// one IAM knows for the region.
    pub(crate) async fn project_id(&self) -> Result<&str, Error> {
        let id = self.project_id.get_or_try_init(async || {
            let credentials = self.cache.get().await?;
            match &credentials.project_id {
                Some(id) => Ok(id.clone()),
                None => {
                    let iam_endpoint = credentials.iam_endpoint.as_deref();
                    project::look_up(self, &self.iam, iam_endpoint).await
                }
            }
        });
        id.await.map(String::as_str)
    }

    /// Authenticates one attempt, which is complete otherwise and new: it has no credentials yet.
    ///
    /// Waits until there are credentials, and while a key is tried out for the first time.
    pub(crate) async fn authenticate(
        &self,
        request: &mut Request,
        project_id: Option<&str>,
    ) -> Result<Authentication, Error> {
        let credentials = self.cache.get().await?;
        let signature = match &credentials.proof {
            Proof::Token(token) => {
                proof::carry(request, token)?;
                None
            }
            Proof::AccessKey(key) => {
                let pass = self.guard.enter(&key.id).await?;
                let time = self.clock.now();
                proof::sign(request, key, project_id, time)?;
                Some(Signature { time, pass })
            }
        };
        Ok(Authentication { credentials, signature })
    }

    /// Learns from the outcome of an attempt. `true` means that sending it again, once and at
    /// once, mends it: the token was renewed, or the clock corrected.
    ///
    /// # Errors
    ///
    /// The service refused the token, and there is no new one.
    pub(crate) async fn review(
        &self,
        authentication: Authentication,
        outcome: &Result<Answer, Error>,
    ) -> Result<bool, Error> {
        let Authentication { credentials, signature } = authentication;
        let refusal = outcome.as_ref().err().filter(|error| is_refusal(error));
        if refusal.is_some() {
            self.cache.invalidate(&credentials);
        }
        match (signature, refusal) {
            (Some(Signature { time, pass }), Some(refusal)) => {
                self.guard.refuse(pass);
                Ok(refusal.date().is_some_and(|date| self.clock.correct(time, date)))
            }
            (Some(Signature { pass, .. }), None) => {
                if is_acceptance(outcome) {
                    self.guard.accept(pass);
                }
                Ok(false)
            }
            (None, Some(refusal)) => match self.cache.get().await {
                // A provider that has nothing else cannot help.
                Ok(renewed) => Ok(renewed.proof != credentials.proof),
                Err(error) => Err(Error::credentials(format!(
                    "the service refused the token ({refusal}), and there is no new one: {error}"
                ))
                .with_source(error)),
            },
            (None, None) => Ok(false),
        }
    }

    /// Reads `url` at IAM.
    pub(super) async fn get(&self, url: &Url) -> Result<Answer, Error> {
        let (outcome, is_mended) = self.try_get(url).await?;
        if is_mended { self.try_get(url).await?.0 } else { outcome }
    }

    async fn try_get(&self, url: &Url) -> Result<(Result<Answer, Error>, bool), Error> {
        let mut request = Request::new(Method::GET, url.clone());
        let authentication = self.authenticate(&mut request, None).await?;
        let outcome = self.iam.exchange(request, &authentication.secrets()).await;
        let is_mended = self.review(authentication, &outcome).await?;
        Ok((outcome, is_mended))
    }
}

impl Authentication {
    /// What must not come back in a message.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        self.credentials.proof.secrets()
    }
}

/// Whether the credentials were not accepted, as opposed to what they were used for.
fn is_refusal(error: &Error) -> bool {
    match error.status() {
        Some(401) => true,
        Some(403) => matches!(error.code(), Some("ModelArts.0203" | "ModelArts.0206")),
        _ => false,
    }
}

/// Whether the service itself answered: it sees only what the gateway has authenticated.
fn is_acceptance(outcome: &Result<Answer, Error>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(error) => {
            error.kind() == ErrorKind::Undecodable
                || error.code().is_some_and(|code| code.starts_with("ModelArts."))
        }
    }
}
