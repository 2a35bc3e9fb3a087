//! Where requests go.

use std::net::IpAddr;

use reqwest::Url;

use crate::Error;

/// A server of the document whose URL depends on the region.
pub(crate) struct Server {
    /// The URL with `{region}` in it.
    pub(crate) template: &'static str,
    /// The regions this server is documented for.
    pub(crate) regions: &'static [&'static str],
}

/// The base URL of all requests, without a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) base: String,
    pub(crate) host: String,
    pub(crate) port: u16,
    /// Whether it is on this machine, where no proxy may come in between.
    pub(crate) is_loopback: bool,
}

impl Endpoint {
    /// The documented endpoint of a region; one that no server lists is taken to follow the
    /// pattern of the first.
    pub(crate) fn of_region(region: &str, servers: &[Server]) -> Result<Self, Error> {
        // Nothing else may come into the name of the host.
        let is_name = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
        if region.is_empty() || !region.chars().all(is_name) {
            return Err(Error::configuration(
                "region: must consist of lower-case letters, digits and hyphens, as in `cn-north-4`",
            ));
        }
        let listed = servers.iter().find(|server| server.regions.contains(&region));
        let server = listed.or(servers.first());
        let template = server.map_or("", |server| server.template);
        Self::parse(&template.replace("{region}", region), false)
    }

    /// Reads a base URL: HTTPS, or plain HTTP on this machine when `http_loopback` allows it.
    pub(crate) fn parse(text: &str, http_loopback: bool) -> Result<Self, Error> {
        let refuse = |why: &str| Err(Error::configuration(format!("endpoint: {why}")));
        let Ok(url) = Url::parse(text) else {
            return refuse(
                "must be a URL such as `https://modelarts.cn-north-4.myhuaweicloud.com`",
            );
        };
        let host = url.host_str().unwrap_or_default().to_owned();
        let is_loopback = is_loopback(&host);
        match url.scheme() {
            "https" => {}
            "http" if is_loopback && http_loopback => {}
            "http" if is_loopback => {
                return refuse("must be https; plain http needs `allow_http_loopback()`");
            }
            _ => return refuse("must be https"),
        }
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
            is_loopback,
        })
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
