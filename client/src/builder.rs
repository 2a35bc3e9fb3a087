//! What a client is built from.

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

/// Settings of a [`Client`]. Region and credentials are needed, all else has a default.
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
    /// The region of the project, such as `cn-north-4`. It gives the endpoints of the service and
    /// of IAM, and the name of the project if no id is set.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into().into());
        self
    }

    /// The id of the project whose apps are managed. Unless set, it comes with the credentials or
    /// is looked up at IAM with the first call.
    pub fn project_id(mut self, id: impl Into<String>) -> Self {
        self.project_id = Some(id.into());
        self
    }

    /// Where credentials come from.
    pub fn credentials(mut self, provider: impl ProvideCredentials) -> Self {
        self.credentials = Some(Arc::new(provider));
        self
    }

    /// A ready token of the project (`X-Auth-Token`), short for
    /// `credentials(Credentials::token(…))`. It is used as it is and never renewed.
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.credentials(Credentials::token(token))
    }

    /// Takes region, endpoint and credentials from the environment where they are not set here.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The base URL of the service, instead of the documented one of the region.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into().into());
        self
    }

    /// The base URL of IAM, instead of the documented one of the region.
    pub fn iam_endpoint(mut self, url: impl Into<String>) -> Self {
        self.iam_endpoint = Some(url.into().into());
        self
    }

    /// Allows endpoints with plain HTTP on this machine: loopback addresses such as `127.0.0.1` and
    /// `[::1]`, `localhost`, and names that end with `.localhost`. They are never reached through a
    /// proxy, and the names are never looked up.
    pub fn allow_http_loopback(mut self) -> Self {
        self.http_loopback = true;
        self
    }

    /// Names the application in the `User-Agent` header, such as `inventory/1.4`.
    pub fn application(mut self, name: impl Into<String>) -> Self {
        self.application = Some(name.into());
        self
    }

    /// How long a connection may take to come about, TLS handshake included.
    /// 10 seconds unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Sends what goes to other machines through this proxy, such as
    /// `http://user:password@proxy.example:3128`, to the service and to IAM. `http` and `https`
    /// proxies are supported; hosts of this machine are never reached through a proxy.
    ///
    /// Unless set, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` of the environment apply, and on macOS
    /// and Windows the settings of the system. Once set, none of them is read.
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Trusts these root certificates, one or more in PEM form, in addition to those of the system.
    /// None unless set.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates = Some(pem.into());
        self
    }

    /// Limits for all calls of the client; a call may set its own.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// The largest body of a response that is read, in bytes. 16 MiB unless set.
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = Some(bytes);
        self
    }

    /// Sets how many retries all calls of the client may make together. 20 unless set, and 0
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
