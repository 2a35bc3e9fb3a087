//! A token or an access key, with its project and IAM.

use std::fmt;
use std::time::SystemTime;

use super::auth_method::{AccessKey, AuthMethod};
use crate::endpoint::Setting;
use crate::error::Error;
use crate::secret::Secret;

/// A token or an access key, with its project and IAM. It is a provider of itself.
///
/// ```
/// use modelarts_app_auth::Credentials;
///
/// let permanent = Credentials::access_key("access key id", "secret access key");
/// let temporary = Credentials::temporary_access_key("access key id", "secret access key", "security token");
/// let token = Credentials::token("value of X-Auth-Token").with_project_id("04f258c8");
/// assert!(!format!("{permanent:?}").contains("secret access key"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    pub(super) auth_method: AuthMethod,
    pub(super) project_id: Option<Setting>,
    pub(super) iam_endpoint: Option<Setting>,
    pub(super) expires_at: Option<SystemTime>,
    /// The variables or the file that they come from; none for what the code of the caller gives.
    pub(super) source: Option<String>,
}

impl Credentials {
    /// Creates credentials from a token of a project, as IAM returns it in `X-Subject-Token`.
    pub fn token(token: impl Into<Secret>) -> Self {
        Self::new(AuthMethod::Token(token.into()))
    }

    /// Creates credentials from a permanent access key (AK/SK). Requests are signed; the secret is
    /// never sent.
    pub fn access_key(id: impl Into<Secret>, secret: impl Into<Secret>) -> Self {
        Self::of_access_key(id.into(), secret.into(), None)
    }

    /// Creates credentials from a temporary access key, which is valid only with its security
    /// token.
    pub fn temporary_access_key(
        id: impl Into<Secret>,
        secret: impl Into<Secret>,
        security_token: impl Into<Secret>,
    ) -> Self {
        Self::of_access_key(id.into(), secret.into(), Some(security_token.into()))
    }

    /// Sets the project of the credentials. A project ID of the client overrides it.
    pub fn with_project_id(mut self, id: impl Into<String>) -> Self {
        self.project_id = Some(id.into().into());
        self
    }

    /// Sets the base URL of the IAM that issued the credentials. An IAM endpoint of the client
    /// overrides it. By default it is the documented one of the region.
    pub fn with_iam_endpoint(mut self, url: impl Into<String>) -> Self {
        self.iam_endpoint = Some(url.into().into());
        self
    }

    /// Sets when the credentials expire. The client asks their provider for new ones shortly
    /// before. By default they do not expire.
    pub fn with_expiry(mut self, at: SystemTime) -> Self {
        self.expires_at = Some(at);
        self
    }

    /// An access key, which is a temporary one with a security token.
    pub(super) fn of_access_key(
        id: Secret,
        secret: Secret,
        security_token: Option<Secret>,
    ) -> Self {
        Self::new(AuthMethod::AccessKey(AccessKey { id, secret, security_token }))
    }

    /// Returns an error about these credentials, which names where they come from.
    pub(super) fn named(&self, error: Error) -> Error {
        match &self.source {
            Some(source) => error.with_credentials_of(source),
            None => error,
        }
    }

    fn new(auth_method: AuthMethod) -> Self {
        Self { auth_method, project_id: None, iam_endpoint: None, expires_at: None, source: None }
    }
}

/// Leaves out the URL, which may hold a password until it is checked.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("auth_method", &self.auth_method)
            .field("project_id", &self.project_id.as_ref().map(|id| &id.value))
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
