//! The endpoints to which requests are sent.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;

use crate::call::route::Route;
use crate::error::Error;

const EXPECTED: &str = "must be a URL such as `https://modelarts.cn-north-4.myhuaweicloud.com`";

/// A server of the document whose URL depends on the region.
pub(crate) struct Server {
    /// The URL with `{region}` in it.
    pub(crate) template: &'static str,
    /// The regions this server is documented for.
    pub(crate) regions: &'static [&'static str],
}

/// A setting, and where it was found.
#[derive(Clone)]
pub(crate) struct Setting {
    pub(crate) value: String,
    /// The variable or the file; none for what the code of the caller sets.
    pub(crate) source: Option<String>,
}

impl Setting {
    /// Returns what a message calls this setting: `name`, and where it was found.
    pub(crate) fn named(&self, name: &str) -> String {
        match &self.source {
            Some(source) => format!("{name} ({source})"),
            None => name.to_owned(),
        }
    }
}

impl From<String> for Setting {
    fn from(value: String) -> Self {
        Self { value, source: None }
    }
}

/// The base URL of all requests, without a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) base: String,
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) route: Route,
    /// The variable or the file that names it, if one does.
    source: Option<String>,
    /// What may be wrong with the region from which the host is made.
    region: Option<UnknownRegion>,
    /// The host and port of the proxy before it, if the code of the caller sets one.
    proxy: Option<String>,
}

/// A region that no server of the document lists.
#[derive(Clone, Debug)]
pub(crate) struct UnknownRegion {
    named: String,
    known: String,
}

impl UnknownRegion {
    /// Returns a region that is not one of `servers`; `None` if it is, if none is known, or if it has
    /// not the form of a name and may be anything, which is not shown.
    pub(crate) fn of(region: &Setting, servers: &[Server]) -> Option<Self> {
        let known: Vec<&str> = servers.iter().flat_map(|server| server.regions).copied().collect();
        let name = region.value.as_str();
        let is_unknown = !known.is_empty() && !known.contains(&name) && is_region_name(name);
        is_unknown.then(|| Self {
            named: region.named(&format!("region `{name}`")),
            known: known.join(", "),
        })
    }
}

impl fmt::Display for UnknownRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not known; known regions: {}", self.named, self.known)
    }
}

impl Endpoint {
    /// The documented endpoint of a region; one that no server lists is taken to follow the
    /// pattern of the first.
    pub(crate) fn of_region(region: &Setting, servers: &[Server]) -> Result<Self, Error> {
        let name = region.value.as_str();
        // Nothing else may come into the name of the host.
        if !is_region_name(name) {
            return Err(Error::configuration(format!(
                "{}: must consist of lower-case letters, digits and hyphens, as in `cn-north-4`",
                region.named("region")
            )));
        }
        let listed = servers.iter().find(|server| server.regions.contains(&name));
        let server = listed.or(servers.first());
        let template = server.map_or("", |server| server.template);
        let url = template.replace("{region}", name);
        let endpoint = Self::parse("endpoint", &url.into(), false)?;
        let is_in_host = template.contains("{region}");
        let region = UnknownRegion::of(region, servers).filter(|_| is_in_host);
        Ok(Self { region, ..endpoint })
    }

    /// Notes the proxy through which other machines are reached.
    pub(crate) fn behind(self, proxy: Option<&str>) -> Self {
        let proxy = proxy.filter(|_| self.route == Route::Remote).map(str::to_owned);
        Self { proxy, ..self }
    }

    /// Reads a base URL: HTTPS, or plain HTTP on this machine when `http_loopback` allows it.
    /// Messages call it `name`.
    pub(crate) fn parse(name: &str, setting: &Setting, http_loopback: bool) -> Result<Self, Error> {
        let refuse =
            |why: &str| Err(Error::configuration(format!("{}: {why}", setting.named(name))));
        let text = setting.value.trim();
        // The parser would leave them out and read what is left as another URL.
        if text.contains(|c: char| c.is_control() || c.is_whitespace()) {
            return refuse("must not contain white space or control characters");
        }
        let Ok(url) = Url::parse(text) else {
            let scheme = if text.contains("://") { "" } else { "; the scheme is missing" };
            return refuse(&format!("{EXPECTED}{scheme}"));
        };
        let host = url.host_str().unwrap_or_default().to_owned();
        let is_loopback = is_loopback(&host);
        let route = match url.scheme() {
            "https" if is_loopback => Route::Loopback,
            "https" => Route::Remote,
            "http" if is_loopback && http_loopback => Route::Plain,
            "http" if is_loopback => {
                return refuse("must be https; plain http needs `allow_http_loopback()`");
            }
            // `localhost:8080` reads as a path in the scheme `localhost`.
            _ if url.cannot_be_a_base() => {
                return refuse(&format!("{EXPECTED}; the scheme is missing"));
            }
            _ => return refuse("must be https"),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("must not contain a user name or a password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("must not have a query or a fragment");
        }
        Ok(Self {
            base: url.as_str().trim_end_matches('/').to_owned(),
            port: url.port_or_known_default().unwrap_or_default(),
            host,
            route,
            source: setting.source.clone(),
            region: None,
            proxy: None,
        })
    }

    /// Returns all of the address that may be shown.
    pub(crate) fn host_and_port(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Returns the error of a request for which no connection was established.
    pub(crate) fn not_connected(&self, why: &str) -> Error {
        let region = self.region.as_ref().map(|region| format!("; {region}"));
        let region = region.unwrap_or_default();
        Error::not_sent(format!("could not connect to {}{why}{region}", self.host_and_port()))
    }

    /// Returns what a message calls the proxy before this host.
    pub(crate) fn proxy(&self) -> String {
        match &self.proxy {
            Some(proxy) => format!("the proxy {proxy}"),
            None => "the proxy of the environment or the system".to_owned(),
        }
    }

    /// Returns host and port, and the variable or the file that they come from.
    pub(crate) fn address(&self) -> String {
        let source = self.source.as_ref().map(|source| format!(" ({source})"));
        self.host_and_port() + &source.unwrap_or_default()
    }
}

fn is_region_name(text: &str) -> bool {
    let is_part = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    !text.is_empty() && text.chars().all(is_part)
}

/// Whether `host` is this machine: a loopback address, also one of IPv4 written as one of IPv6, or
/// a name that is reserved for it (RFC 6761).
pub(crate) fn is_loopback(host: &str) -> bool {
    match host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        Err(_) => {
            let name = host.strip_suffix('.').unwrap_or(host);
            name == "localhost" || name.ends_with(".localhost")
        }
    }
}
