//! The client itself: what its calls share.

use std::fmt;
use std::sync::Arc;

use crate::Error;
use crate::builder::ClientBuilder;
use crate::call::options::CallOptions;
use crate::call::retry::Budget;
use crate::credentials::{Authenticator, Environment};
use crate::endpoint::Endpoint;

/// Calls the operations of one project.
///
/// Cloning is cheap, and clones share their connections. Build it once.
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Parts>);

pub(crate) struct Parts {
    /// For the endpoint of the service.
    pub(crate) http: reqwest::Client,
    pub(crate) endpoint: Endpoint,
    pub(crate) authenticator: Authenticator,
    pub(crate) options: CallOptions,
    pub(crate) budget: Budget,
    /// In bytes.
    pub(crate) largest_answer: usize,
}

impl Client {
    /// Begins a client: region or endpoint, project and credentials are needed.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client with region and credentials of the process's environment; see [`Environment`] and
    /// [`DefaultCredentials`](crate::DefaultCredentials). Looks the project up when it is not set.
    ///
    /// # Errors
    ///
    /// There are no credentials (the message lists where they were looked for), the region is not
    /// set, or IAM does not tell the project.
    pub async fn from_env() -> Result<Self, Error> {
        let client = Self::builder().environment(Environment::process()).build()?;
        client.0.authenticator.project_id().await?;
        Ok(client)
    }

    /// A client of a server on this machine, for the tests of whoever uses this crate.
    ///
    /// Plain HTTP is allowed, no proxy comes in between, and the token is the word `loopback`.
    ///
    /// ```
    /// use modelarts_app_auth::Client;
    ///
    /// let client = Client::for_loopback("http://127.0.0.1:8080", "project")?;
    /// # Ok::<(), modelarts_app_auth::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `url` is not the URL of this machine.
    pub fn for_loopback(url: &str, project_id: &str) -> Result<Self, Error> {
        let builder = Self::builder().endpoint(url).allow_http_loopback();
        builder.project_id(project_id).token("loopback").build()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("endpoint", &self.0.endpoint.base).finish_non_exhaustive()
    }
}
