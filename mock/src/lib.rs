//! A mock server of the ModelArts app authentication service.
//!
//! It keeps apps, AppSecrets, AppCodes, APIs and authorizations, checks tokens and signatures, and
//! refuses what the documentation says is refused; so a program can be tried, developed and tested
//! with no account and no real secret. What it takes and gives is read from `openapi.yaml`.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use modelarts_app_auth::types::CreateApigAppRequest;
//! use modelarts_app_auth_mock::{MockModelArts, Fault, Trouble};
//!
//! let mock = MockModelArts::start().await?;
//! let client = mock.client()?;
//! let created = client.create_apig_app(CreateApigAppRequest::new("mine")).await?;
//! let app_id = created.app.as_ref().and_then(|app| app.app_id.clone()).ok_or("an app has an id")?;
//!
//! // The secret is reset, and the answer that holds the new one gets lost.
//! mock.fail_next("ResetApigAppSecret", Fault::After(Trouble::Reset));
//! let body = CreateApigAppRequest::new("mine");
//! assert!(client.reset_apig_app_secret(app_id.clone(), body).await.is_err());
//! assert_eq!(mock.resets(app_id.as_str()), 1);
//! # Ok(())
//! # }
//! ```

mod authentication;
mod builder;
mod connection;
mod contract;
mod fault;
mod handler;
mod iam;
mod inspect;
mod mock_modelarts;
mod operations;
mod outgoing_response;
mod routes;
mod server_state;
mod service_error;
mod settings;
mod signature;
mod state;

/// The OpenAPI document by which the mock server responds, as YAML: that of the workspace.
pub const OPENAPI: &str = include_str!("../openapi.yaml");

pub use builder::Builder;
pub use fault::{Asked, Fault, Trouble};
pub use mock_modelarts::MockModelArts;
pub use settings::{EmptyLists, OffsetCounts, SecretsOnRead, UpdatedApps};
pub use state::{AccessKey, Api, App, Authorization, Project, Service, State, Token, User};
