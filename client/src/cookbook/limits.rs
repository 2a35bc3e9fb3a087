//! Limit retries and time, and handle throttling.
//!
//! # Deadlines and attempts
//!
//! A call takes at most 60 seconds and three attempts by default.
//! [`CallOptions`](crate::CallOptions) changes that for one call, or for all calls of a client.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! use std::time::Duration;
//! use modelarts_app_auth::CallOptions;
//!
//! let quick = CallOptions::new().timeout(Duration::from_secs(5)).max_attempts(1);
//! let app = client.show_apig_app(app_id).options(quick).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # After a failure
//!
//! Only operations that read are repeated after every failure that may pass. Whether to repeat an
//! operation that changes something depends on the kind of the error:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! # use modelarts_app_auth_mock::{Fault, FaultKind};
//! # mock.fail_next("DeleteApigApp", Fault::After(FaultKind::Reset));
//! use modelarts_app_auth::ErrorKind;
//!
//! match client.delete_apig_app(app_id).await {
//!     Ok(_) => println!("deleted"),
//!     Err(error) if error.is_not_found() => println!("deleted before"),
//!     // The request may have been processed: check before repeating it.
//!     Err(error) if error.kind() == ErrorKind::MaybeSent => {
//!         match client.show_apig_app(app_id).await {
//!             Err(error) if error.is_not_found() => println!("deleted"),
//!             _ => return Err(error.into()),
//!         }
//!     }
//!     Err(error) => return Err(error.into()),
//! }
//! # assert!(mock.app_ids().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! # Throttling
//!
//! The client waits as long as the service asks with `Retry-After`, within the deadline, and tries again.
//! What is left is an error:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! # use modelarts_app_auth_mock::{Fault, FaultKind};
//! # mock.fail_next("ShowApigApp", Fault::Before(FaultKind::TooManyRequests(3600)));
//! match client.show_apig_app(app_id).await {
//!     Ok(app) => println!("{:?}", app.app()),
//!     Err(error) if error.is_throttled() => println!("try again in {:?}", error.retry_after()),
//!     Err(error) => return Err(error.into()),
//! }
//! # mock.fail_next("ShowApigApp", Fault::Before(FaultKind::TooManyRequests(3600)));
//! # let error = client.show_apig_app(app_id).await.unwrap_err();
//! # assert!(error.is_throttled() && error.retry_after().is_some());
//! # Ok(())
//! # }
//! ```
//!
//! All calls of a client share a budget of 20 retries, so that an outage does not multiply the load
//! ([`retry_budget`](crate::ClientBuilder::retry_budget)).
