//! Test your own code with injected faults.
//!
//! The crate `modelarts-app-auth-mock` is a stateful mock server. It accepts the calls of this crate,
//! checks signatures, and injects faults, so that a test shows what your code does when a response is
//! lost. Add it to `[dev-dependencies]`.
//!
//! ```
//! use modelarts_app_auth::types::CreateApigAppRequest;
//! use modelarts_app_auth::{Client, Error};
//! use modelarts_app_auth_mock::{Fault, FaultKind, MockModelArts};
//!
//! /// Your code: creates an app unless it exists.
//! async fn ensure_app(client: &Client, name: &str) -> Result<(), Error> {
//!     if client.apig_app_exists(name).await?.exists != Some(true) {
//!         client.create_apig_app(CreateApigAppRequest::new(name)).await?;
//!     }
//!     Ok(())
//! }
//!
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let mock = MockModelArts::start().await?;
//!     let client = mock.client()?;
//!
//!     // The app is created, and the connection is reset before the response arrives.
//!     mock.fail_next("CreateApigApp", Fault::After(FaultKind::Reset));
//!     let error = ensure_app(&client, "app_reports").await.unwrap_err();
//!     assert!(error.was_sent());
//!
//!     // The second run finds the app.
//!     ensure_app(&client, "app_reports").await?;
//!     assert_eq!(mock.app_ids().len(), 1);
//!     Ok(())
//! }
//! ```
//!
//! `Fault::Before` injects a fault instead of carrying out the call, `Fault::After` carries it out first.
//! `fail_when` decides for each call. For other test servers, such as `wiremock`, use
//! [`Client::for_loopback`](crate::Client::for_loopback).
