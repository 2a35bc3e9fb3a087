//! The trait of sources of credentials.

use std::fmt;
use std::future::{Future, ready};
use std::pin::Pin;

use super::credential_set::Credentials;
use super::iam::Iam;
use crate::error::Error;

/// The future that [`ProvideCredentials::provide`] returns.
pub type ProvideFuture<'a> = Pin<Box<dyn Future<Output = Result<Credentials, Error>> + Send + 'a>>;

/// A source of credentials.
///
/// The client asks once for all calls that wait in a runtime, and keeps the credentials until
/// shortly before they [expire](Credentials::with_expiry), or until the service refuses them. If
/// the provider panics, one of the waiting calls panics, and another one asks again.
///
/// ```
/// use modelarts_app_auth::{Credentials, Error, Iam, ProvideCredentials, ProvideFuture};
///
/// struct Vault;
///
/// impl ProvideCredentials for Vault {
///     fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
///         Box::pin(async {
///             let token = read_token().await.map_err(|_| Error::credentials("the vault is sealed"))?;
///             Ok(Credentials::token(token))
///         })
///     }
/// }
/// # async fn read_token() -> Result<String, std::io::Error> { Ok("token".into()) }
/// ```
pub trait ProvideCredentials: Send + Sync + 'static {
    /// Fetches credentials. `iam` is the identity service, with the settings of the client that
    /// asks.
    ///
    /// # Errors
    ///
    /// [`Error::credentials`], with a message that names the problem and contains no secret.
    fn provide<'a>(&'a self, iam: &'a Iam) -> ProvideFuture<'a>;
}

/// Shows nothing of the provider, which may hold secrets.
impl fmt::Debug for dyn ProvideCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProvideCredentials")
    }
}

impl ProvideCredentials for Credentials {
    fn provide<'a>(&'a self, _: &'a Iam) -> ProvideFuture<'a> {
        Box::pin(ready(Ok(self.clone())))
    }
}
