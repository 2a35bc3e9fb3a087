//! The HTTP clients, one for each way to reach a host.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::HeaderValue;
use reqwest::redirect::Policy;

use super::dial::Watched;
use super::proxy::ChosenProxy;
use crate::error::Error;
use crate::tls::{self, Roots};

/// Shorter than the gateways before the service keep an idle connection, so that a request hardly
/// ever meets one which is being closed: a write that does so has an unknown outcome.
const LONGEST_IDLE: Duration = Duration::from_secs(30);

/// How a host is reached. Each host has exactly one route, whichever setting named the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// Plain HTTP on this machine, never through a proxy.
    Plain,
    /// TLS on this machine, never through a proxy.
    Loopback,
    /// TLS to another machine, through a proxy where one is configured.
    Remote,
}

/// What the HTTP clients have in common.
pub(crate) struct HttpSettings {
    pub(crate) user_agent: HeaderValue,
    pub(crate) connect_timeout: Duration,
    /// Replaces the proxies of the environment.
    pub(crate) proxy: Option<ChosenProxy>,
    /// Trusted in addition to those of the system.
    pub(crate) roots: Roots,
}

/// The HTTP clients of one client, each built when its route is used first: to load the root
/// certificates of the system takes longer than most tests, and plain HTTP needs none.
pub(crate) struct HttpClients {
    settings: HttpSettings,
    by_route: [OnceLock<reqwest::Client>; 3],
}

impl HttpClients {
    pub(crate) fn new(settings: HttpSettings) -> Self {
        Self { settings, by_route: Default::default() }
    }

    /// Returns the host and port of the proxy that the code of the caller sets.
    pub(crate) fn proxy(&self) -> Option<&str> {
        self.settings.proxy.as_ref().map(|chosen| chosen.address.as_str())
    }

    /// Returns the HTTP client for `route`.
    pub(crate) fn get(&self, route: Route) -> Result<&reqwest::Client, Error> {
        let client = &self.by_route[route as usize];
        if let Some(client) = client.get() {
            return Ok(client);
        }
        let built = self.settings.build(route)?;
        Ok(client.get_or_init(|| built))
    }
}

impl HttpSettings {
    fn build(&self, route: Route) -> Result<reqwest::Client, Error> {
        let builder = reqwest::Client::builder()
            .user_agent(self.user_agent.clone())
            .connect_timeout(self.connect_timeout)
            .connector_layer(Watched)
            .pool_idle_timeout(LONGEST_IDLE)
            .https_only(route != Route::Plain)
            // A redirect would carry the token to another host.
            .redirect(Policy::none())
            .referer(false)
            // Our own retries know the operation.
            .retry(reqwest::retry::never());
        let builder = match route {
            Route::Plain => tls::without_roots(builder),
            Route::Loopback | Route::Remote => self.roots.add_to(builder),
        };
        let builder = match (route, &self.proxy) {
            (Route::Plain | Route::Loopback, _) => builder.no_proxy().dns_resolver(LoopbackOnly),
            (Route::Remote, Some(chosen)) => builder.proxy(chosen.proxy.clone()),
            // The proxies of the environment and of the system, with the exceptions of `NO_PROXY`.
            (Route::Remote, None) => builder,
        };
        tls::require_provider()?;
        builder.build().map_err(|error| {
            Error::configuration("TLS: could not be set up").with_source(error.without_url())
        })
    }
}

/// Resolves every name to this machine. Only names of this machine are resolved here, and no name
/// server and no hosts file can send what is meant for it elsewhere.
struct LoopbackOnly;

impl Resolve for LoopbackOnly {
    fn resolve(&self, _: Name) -> Resolving {
        let addresses =
            [SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), (Ipv6Addr::LOCALHOST, 0).into()];
        Box::pin(std::future::ready(Ok(Box::new(addresses.into_iter()) as Addrs)))
    }
}
