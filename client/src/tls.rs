//! What TLS needs, and does not need, before a client can be set up.

use reqwest::ClientBuilder;

use crate::Error;

/// Leaves out the root certificates of the system. To load them takes longer than most tests that
/// talk plain HTTP.
#[cfg(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))]
pub(crate) fn without_roots(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_certs_only([])
}

/// There is no TLS.
#[cfg(not(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls")))]
pub(crate) fn without_roots(builder: ClientBuilder) -> ClientBuilder {
    builder
}

/// reqwest panics without a provider of cryptography; this is the error instead.
#[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
pub(crate) fn require_provider() -> Result<(), Error> {
    match rustls::crypto::CryptoProvider::get_default() {
        Some(_) => Ok(()),
        None => Err(Error::configuration(
            "TLS: has no crypto provider; install one of rustls as the default of the process, or \
             use this crate with its feature `rustls`",
        )),
    }
}

/// The provider comes with the feature that is switched on.
#[cfg(not(all(feature = "rustls-no-provider", not(feature = "rustls"))))]
pub(crate) fn require_provider() -> Result<(), Error> {
    Ok(())
}
