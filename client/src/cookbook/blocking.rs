//! Call from code that is not async.
//!
//! The feature `blocking` adds `send_blocking` to every call. It needs no runtime of yours.
//!
//! ```toml
//! [dependencies]
//! modelarts-app-auth = { version = "0.1", features = ["blocking"] }
//! ```
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let runtime = tokio::runtime::Runtime::new()?;
//! # let mock = runtime.block_on(modelarts_app_auth_mock::MockModelArts::start())?;
//! # let client = mock.client()?;
//! let apps = client.list_apig_apps().send_blocking()?;
//! println!("{:?} apps", apps.total_count);
//! # assert_eq!(apps.total_count, Some(0));
//! # Ok(())
//! # }
//! ```
//!
//! In async code `send_blocking` returns an error and sends nothing; inside `spawn_blocking` or
//! `block_in_place` of tokio it works. [`RotateAppSecret`](crate::RotateAppSecret) and
//! [`ReplaceApp`](crate::ReplaceApp) have `send_blocking`, too.
