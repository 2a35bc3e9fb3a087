//! TLS without a crypto provider is an error, not a panic.
//!
//! A package outside of the workspace: there, other members switch on the client's default features,
//! which bring a provider.

#[test]
fn missing_crypto_provider_is_a_configuration_error() {
    use modelarts_app_auth::{Client, ErrorKind};
    let error = Client::for_loopback("http://127.0.0.1:1", "p").expect_err("no provider");
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("crypto provider"), "{error}");
}
