//! What callers rely on, tested through the public API. It is one program, because each is linked with
//! all that the client needs.

mod app_signer;
mod attempts;
mod configuration;
mod credentials;
mod path_segments;
mod process_environment;
mod secrets;
mod spans;
mod wire;
