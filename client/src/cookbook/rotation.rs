//! Replace an AppSecret regularly.
//!
//! A reset makes the old AppSecret invalid at once, and its response contains the only copy of the new
//! one. A rotation therefore uses two files: a secret store, which callers of the service read, and
//! a rotation journal (the log) without secrets, which records the rotation until the new AppSecret
//! is in the store.
//!
//! # In a cron job
//!
//! The job exits with an error if the outcome is not [`Rotated`](crate::Rotation::Rotated). Run it again
//! in that case: it first completes the rotation that the log records.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! # let directory = tempfile::tempdir()?;
//! # let directory = directory.path();
//! use modelarts_app_auth::{IntentFile, Rotation, SecretFile};
//!
//! let sink = SecretFile::new(directory.join("app.json"));
//! let log = IntentFile::new(directory.join("rotation.json"));
//! match client.rotate_app_secret(app_id, &sink, &log).await {
//!     Rotation::Rotated => {}
//!     // The disk failed after the reset: keep the only copy in another place.
//!     Rotation::Unsaved(unsaved) => {
//!         let spare = SecretFile::new(directory.join("spare.json"));
//!         let outcome = unsaved.save(&spare, &log).await;
//!         return Err(outcome.to_string().into());
//!     }
//!     outcome => return Err(outcome.to_string().into()),
//! }
//! # let json = std::fs::read(directory.join("app.json"))?;
//! # let credentials: modelarts_app_auth::AppCredentials = serde_json::from_slice(&json)?;
//! # assert!(mock.secret_accepted(app_id.as_str(), credentials.app_secret.expose()));
//! # Ok(())
//! # }
//! ```
//!
//! Callers that still use the old AppSecret are refused until they read the file again. To avoid that,
//! [`Client::replace_app`](crate::Client::replace_app) prepares a second app and hands over to it.
//!
//! # In a process that restarts
//!
//! On every start, complete the rotation that a crash may have interrupted. Then read the credentials.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! # let directory = tempfile::tempdir()?;
//! # let directory = directory.path();
//! # use modelarts_app_auth_mock::{Fault, FaultKind};
//! # {
//! #     let sink = modelarts_app_auth::SecretFile::new(directory.join("app.json"));
//! #     let log = modelarts_app_auth::IntentFile::new(directory.join("rotation.json"));
//! #     // The process ends after the reset, and before its response arrives.
//! #     mock.fail_next("ResetApigAppSecret", Fault::After(FaultKind::Hang));
//! #     let reset = async { while mock.resets(app_id.as_str()) == 0 { mock.changed().await } };
//! #     tokio::select! {
//! #         outcome = client.rotate_app_secret(app_id, &sink, &log).send() => panic!("{outcome}"),
//! #         () = reset => {}
//! #     }
//! # }
//! use modelarts_app_auth::{AppCredentials, IntentFile, Rotation, SecretFile};
//!
//! let sink = SecretFile::new(directory.join("app.json"));
//! let log = IntentFile::new(directory.join("rotation.json"));
//! match client.resume_rotation(&sink, &log).await? {
//!     None | Some(Rotation::Rotated | Rotation::Unchanged(_)) => {}
//!     Some(outcome) => return Err(outcome.to_string().into()),
//! }
//! let credentials: AppCredentials =
//!     serde_json::from_slice(&std::fs::read(directory.join("app.json"))?)?;
//! let signer = credentials.signer()?;
//! # assert!(mock.secret_accepted(app_id.as_str(), credentials.app_secret.expose()));
//! # assert_eq!(mock.resets(app_id.as_str()), 1);
//! # Ok(())
//! # }
//! ```
