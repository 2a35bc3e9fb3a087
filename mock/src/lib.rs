//! A mock server of the ModelArts app authentication service.
//!
//! It stores apps, AppSecrets, AppCodes, APIs and authorizations, checks tokens and signatures, and
//! returns the documented errors, so that a program can be tried, developed and tested without an
//! account or a real secret. Its routes, parameters and bodies are those of [`OPENAPI`]. It also
//! responds as IAM and as the deployed services of the APIs, and has pages for a browser.
//!
//! To read the code, start with `routes.rs`, which refuses requests of other web pages (`guard.rs`)
//! and has the pages (`pages.rs`), then `handler.rs`, which handles a request in steps: find the
//! operation (`target.rs`), read the body, inject a fault, authenticate, check the request against
//! the contract (`contract.rs`), change the state (`operations.rs`), check the response against the
//! contract. `deployed_service.rs` responds as the services, and `control.rs` lets test runners
//! control the mock server over HTTP.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use modelarts_app_auth::types::CreateApigAppRequest;
//! use modelarts_app_auth_mock::{Fault, FaultKind, MockModelArts};
//!
//! let mock = MockModelArts::start().await?;
//! let client = mock.client()?;
//! let created = client.create_apig_app(CreateApigAppRequest::new("mine")).await?;
//!
//! // The AppSecret is reset, and the response with the new one is lost.
//! mock.fail_next("ResetApigAppSecret", Fault::After(FaultKind::Reset));
//! let body = CreateApigAppRequest::new("mine");
//! assert!(client.reset_apig_app_secret(created.app_id(), body).await.is_err());
//! assert_eq!(mock.resets(created.app_id().as_str()), 1);
//! # Ok(())
//! # }
//! ```

mod account;
mod authentication;
mod builder;
mod call_log;
mod connection;
mod contract;
mod control;
mod deployed_service;
mod equal;
mod fault;
mod guard;
mod handler;
mod iam;
mod incoming_request;
mod inspect;
mod invalid_document;
mod mock_modelarts;
mod operations;
mod outgoing_response;
mod own_paths;
mod pages;
mod path_pattern;
mod routes;
mod server_state;
mod service_error;
mod settings;
mod signature;
mod signed_request;
mod state;
mod target;

pub use builder::Builder;
pub use contract::OPENAPI;
pub use fault::{CallInfo, Fault, FaultKind};
pub use invalid_document::InvalidDocument;
pub use mock_modelarts::MockModelArts;
pub use settings::{EmptyLists, OffsetCounts, SecretsOnRead, UpdatedApps};
pub use state::{AccessKey, Api, App, Authorization, Project, Service, State, Token, User};
