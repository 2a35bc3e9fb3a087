//! TLS without a crypto provider is an error, not a panic.
#![cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]

use modelarts_app_auth::{Client, ErrorKind};

#[test]
fn a_missing_crypto_provider_is_a_wrong_configuration() {
    let error = Client::for_loopback("http://127.0.0.1:1", "p").expect_err("no provider");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("crypto provider"), "{error}");
}
