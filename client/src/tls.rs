//! Root certificates, and the crypto provider that TLS needs.

use reqwest::ClientBuilder;

use crate::error::Error;

/// Root certificates that are trusted in addition to those of the system.
#[cfg(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))]
#[derive(Default)]
pub(crate) struct Roots(Vec<reqwest::Certificate>);

#[cfg(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))]
impl Roots {
    /// Reads certificates in PEM form.
    pub(crate) fn parse(pem: &[u8]) -> Result<Self, Error> {
        match reqwest::Certificate::from_pem_bundle(pem) {
            Ok(certificates) if !certificates.is_empty() => Ok(Self(certificates)),
            _ => Err(Error::configuration(
                "root certificates: expected PEM text with `-----BEGIN CERTIFICATE-----`",
            )),
        }
    }

    pub(crate) fn add_to(&self, builder: ClientBuilder) -> ClientBuilder {
        builder.tls_certs_merge(self.0.iter().cloned())
    }
}

/// Leaves out the root certificates of the system. To load them takes longer than most tests that
/// talk plain HTTP.
#[cfg(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))]
pub(crate) fn without_roots(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_certs_only([])
}

/// There is no TLS.
#[cfg(not(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls")))]
#[derive(Default)]
pub(crate) struct Roots;

#[cfg(not(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls")))]
impl Roots {
    pub(crate) fn parse(_: &[u8]) -> Result<Self, Error> {
        Err(Error::configuration(
            "root certificates: this build has no TLS; enable the feature `rustls` or `native-tls`",
        ))
    }

    pub(crate) fn add_to(&self, builder: ClientBuilder) -> ClientBuilder {
        builder
    }
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
