//! The proxy that the code of the caller sets.

use reqwest::{Proxy, Url};

use crate::error::Error;
use crate::secret::Secret;

/// Reads the URL of a proxy, which may contain a password and is never shown.
pub(crate) fn parse(url: &Secret) -> Result<Proxy, Error> {
    let refuse = |why: &str| Error::configuration(format!("proxy: {why}"));
    let expected = || refuse("must be a URL such as `http://proxy.example:3128`");
    let url = Url::parse(url.expose().trim()).map_err(|_| expected())?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("must be `http://` or `https://`, no other scheme is supported"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("must not have a path, a query or a fragment"));
    }
    Proxy::all(url).map_err(|_| expected())
}
