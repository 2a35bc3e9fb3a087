//! The proxy that the code of the caller sets.

use reqwest::{Proxy, Url};

use crate::error::Error;
use crate::secret::Secret;

/// A proxy, and the part of its URL that may be shown.
pub(crate) struct ChosenProxy {
    pub(crate) proxy: Proxy,
    /// Its host and port.
    pub(crate) address: String,
}

/// Reads the URL of a proxy, which may contain a password and is never shown.
pub(crate) fn parse(url: &Secret) -> Result<ChosenProxy, Error> {
    let refuse = |why: &str| Error::configuration(format!("proxy: {why}"));
    let expected = || refuse("must be a URL such as `http://proxy.example:3128`");
    let url = Url::parse(url.expose().trim()).map_err(|_| expected())?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("must be `http://` or `https://`, no other scheme is supported"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("must not have a path, a query or a fragment"));
    }
    let host = url.host_str().unwrap_or_default();
    let address = format!("{host}:{}", url.port_or_known_default().unwrap_or_default());
    Ok(ChosenProxy { proxy: Proxy::all(url).map_err(|_| expected())?, address })
}
