//! What must be there before TLS can be set up.

use crate::Error;

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
