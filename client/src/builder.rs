//! The settings of a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderValue;

use crate::call::options::CallOptions;
use crate::call::path_segment::PathSegment;
use crate::call::proxy;
use crate::call::retry::Budget;
use crate::call::route::{HttpClients, HttpSettings, Route};
use crate::client::{Client, Inner};
use crate::credentials::authenticator::Authenticator;
use crate::credentials::chain::DefaultCredentials;
use crate::credentials::credential_set::Credentials;
use crate::credentials::environment::Environment;
use crate::credentials::iam::Iam;
use crate::credentials::provider::ProvideCredentials;
use crate::endpoint::{Endpoint, Setting};
use crate::error::Error;
use crate::generated::values::SERVERS;
use crate::secret::Secret;
use crate::tls::Roots;

const USER_AGENT: &str = concat!("modelarts-app-auth/", env!("CARGO_PKG_VERSION"));

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// In bytes.
const MAX_RESPONSE_SIZE: usize = 16 * 1024 * 1024;

/// In retries.
const RETRY_BUDGET: u32 = 20;

/// Settings of a [`Client`]. Region and credentials are required; everything else has a default.
///
/// ```no_run
/// use modelarts_app_auth::{Client, Credentials};
///
/// let client = Client::builder()
///     .region("cn-north-4")
///     .credentials(Credentials::access_key("access key id", "secret access key"))
///     .application("inventory/1.4")
///     .build()?;
/// # Ok::<(), modelarts_app_auth::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct ClientBuilder {
    region: Option<Setting>,
    endpoint: Option<Setting>,
    iam_endpoint: Option<Setting>,
    http_loopback: bool,
    project_id: Option<String>,
    credentials: Option<Arc<dyn ProvideCredentials>>,
    environment: Option<Environment>,
    application: Option<String>,
    connect_timeout: Option<Duration>,
    proxy: Option<Secret>,
    root_certificates: Option<Vec<u8>>,
    options: CallOptions,
    max_response_size: Option<usize>,
    retry_budget: Option<u32>,
}

impl ClientBuilder {
    /// Sets the region of the project, such as `cn-north-4`. The endpoints of the service and of
    /// IAM follow from it, and the name of the project if no ID is set.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into().into());
        self
    }

    /// Sets the ID of the project whose apps are managed. By default it is the one of the
    /// credentials, or is looked up at IAM with the first call.
    pub fn project_id(mut self, id: impl Into<String>) -> Self {
        self.project_id = Some(id.into());
        self
    }

    /// Sets the source of credentials. By default it is the [environment](Self::environment), if
    /// that is set.
    pub fn credentials(mut self, provider: impl ProvideCredentials) -> Self {
        self.credentials = Some(Arc::new(provider));
        self
    }

    /// Sets a token of the project (`X-Auth-Token`), short for
    /// `credentials(Credentials::token(…))`. The token is never renewed.
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.credentials(Credentials::token(token))
    }

    /// Reads region, endpoint and credentials from `environment` where they are not set here.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Sets the base URL of the service. By default it is the documented one of the region.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into().into());
        self
    }

    /// Sets the base URL of IAM. By default it is the documented one of the region.
    pub fn iam_endpoint(mut self, url: impl Into<String>) -> Self {
        self.iam_endpoint = Some(url.into().into());
        self
    }

    /// Allows endpoints with plain HTTP on this machine: loopback addresses such as `127.0.0.1` and
    /// `[::1]`, `localhost`, and names that end with `.localhost`. They are never reached through a
    /// proxy, and the names are never looked up. By default plain HTTP is refused.
    pub fn allow_http_loopback(mut self) -> Self {
        self.http_loopback = true;
        self
    }

    /// Sets the name of the application in the `User-Agent` header, such as `inventory/1.4`. By
    /// default the header names only this crate.
    pub fn application(mut self, name: impl Into<String>) -> Self {
        self.application = Some(name.into());
        self
    }

    /// Limits the time to establish a connection, TLS handshake included. The default is 10
    /// seconds.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Sends requests to other machines through this proxy, such as
    /// `http://user:password@proxy.example:3128`, to the service and to IAM. `http` and `https`
    /// proxies are supported; hosts of this machine are never reached through a proxy.
    ///
    /// By default `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` of the environment apply, and on macOS
    /// and Windows the settings of the system. If a proxy is set, none of them is read.
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Trusts these root certificates, one or more in PEM form, in addition to those of the system.
    /// The default is none.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates = Some(pem.into());
        self
    }

    /// Sets limits for all calls of the client. A call can override them.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Limits the body of a response, in bytes. The default is 16 MiB.
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = Some(bytes);
        self
    }

    /// Limits how many retries all calls of the client may make together. The default is 20, and 0
    /// switches retries off.
    ///
    /// Each retry takes 1 from the budget. Each success gives back a tenth, and so does each second,
    /// up to the number set here. While the budget is empty, a failed call is not retried, so that
    /// many calls do not multiply the load on a service that is down. [`CallOptions`] limits the
    /// attempts of a single call.
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = Some(retries);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// A setting is missing or wrong; the message names it
    /// ([`ErrorKind::Configuration`](crate::ErrorKind::Configuration)).
    pub fn build(mut self) -> Result<Client, Error> {
        if let Some(environment) = self.environment.take() {
            self.complete(environment).map_err(Error::configuration)?;
        }
        let clients = self.clients()?;
        let endpoint = self.service()?.behind(clients.proxy());
        if let Some(url) = &self.iam_endpoint {
            Endpoint::parse("IAM endpoint", url, self.http_loopback)?;
        }
        if let Some(Err(why)) = self.project_id.as_deref().map(PathSegment::new) {
            return Err(Error::configuration(format!("project id: {why}")));
        }
        let http = clients.get(endpoint.route)?.clone();
        let Some(credentials) = self.credentials else {
            let missing = "credentials are missing: set `credentials`, `token` or `environment`";
            return Err(Error::configuration(missing));
        };
        let iam = Iam::new(clients, self.region, self.iam_endpoint, self.http_loopback);
        Ok(Client(Arc::new(Inner {
            http,
            endpoint,
            authenticator: Authenticator::new(credentials, iam, self.project_id),
            options: self.options,
            budget: Budget::new(self.retry_budget.unwrap_or(RETRY_BUDGET)),
            max_response_size: self.max_response_size.unwrap_or(MAX_RESPONSE_SIZE),
        })))
    }

    /// Fills in from the environment what is not set.
    fn complete(&mut self, environment: Environment) -> Result<(), String> {
        if self.region.is_none() {
            self.region = environment.region()?;
        }
        if let (None, Some(region)) = (&self.endpoint, &self.region) {
            self.endpoint = environment.endpoint(&region.value)?;
        }
        if self.credentials.is_none() {
            self.credentials = Some(Arc::new(DefaultCredentials::new(environment)));
        }
        Ok(())
    }

    fn service(&self) -> Result<Endpoint, Error> {
        match (&self.endpoint, &self.region) {
            (Some(url), _) => Endpoint::parse("endpoint", url, self.http_loopback),
            (None, Some(region)) => Endpoint::of_region(region, SERVERS),
            (None, None) => Err(Error::configuration(
                "region is missing: set `region`, or `MODELARTS_REGION` in the environment that is \
                 read",
            )),
        }
    }

    fn clients(&self) -> Result<HttpClients, Error> {
        let user_agent = match &self.application {
            Some(application) => format!("{USER_AGENT} {application}"),
            None => USER_AGENT.to_owned(),
        };
        let Ok(user_agent) = HeaderValue::from_str(&user_agent) else {
            return Err(Error::configuration("application: must be printable ASCII"));
        };
        let clients = HttpClients::new(HttpSettings {
            user_agent,
            connect_timeout: self.connect_timeout.unwrap_or(CONNECT_TIMEOUT),
            proxy: self.proxy.as_ref().map(proxy::parse).transpose()?,
            roots: self.root_certificates.as_deref().map_or(Ok(Roots::default()), Roots::parse)?,
        });
        if self.root_certificates.is_some() {
            // Certificates that cannot be used are reported now, also if only IAM needs them.
            clients.get(Route::Remote)?;
        }
        Ok(clients)
    }
}

impl Client {
    /// Creates a builder. Region or endpoint, and credentials are required.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Creates a client with region and credentials of the environment of this process; see
    /// [`Environment`] and [`DefaultCredentials`](crate::DefaultCredentials). The project
    /// is read from IAM if it is not set.
    ///
    /// # Errors
    ///
    /// There are no credentials (the message lists the places that were searched), the region is not
    /// set, or IAM does not return the project.
    pub async fn from_env() -> Result<Self, Error> {
        let client = Self::builder().environment(Environment::process()).build()?;
        client.0.authenticator.project_id().await?;
        Ok(client)
    }

    /// Creates a client of a server on this machine, for tests of code that uses this crate.
    ///
    /// Plain HTTP is allowed, no proxy is used, and the token is the word `loopback`.
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
    /// `url` is not a URL of this machine.
    pub fn for_loopback(url: &str, project_id: &str) -> Result<Self, Error> {
        let builder = Self::builder().endpoint(url).allow_http_loopback();
        builder.project_id(project_id).token("loopback").build()
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An endpoint may turn out to contain a password.
        f.debug_struct("ClientBuilder")
            .field("region", &self.region.as_ref().map(|region| &region.value))
            .field("project_id", &self.project_id)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}
