//! Authenticate with an access key, a password or the environment.
//!
//! # Access key (AK/SK)
//!
//! Each request is signed; the secret key is never sent. The project is looked up by the name of the
//! region unless [`project_id`](crate::ClientBuilder::project_id) sets it.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let (access_key, secret_key) = ("LOOPBACKACCESSKEY001", "secret-key-of-user");
//! use modelarts_app_auth::{Client, Credentials};
//!
//! let client = Client::builder()
//!     .region("cn-north-4")
//! #   .endpoint(mock.url()).iam_endpoint(mock.url()).allow_http_loopback()
//!     .credentials(Credentials::access_key(access_key, secret_key))
//!     .build()?;
//! let apps = client.list_apig_apps().await?;
//! # assert_eq!(apps.count, Some(0));
//! # Ok(())
//! # }
//! ```
//!
//! # Password of an IAM user
//!
//! The client fetches a token from IAM, and a new one before it expires.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let (account, user, password) = ("loopback", "user", "password of user");
//! use modelarts_app_auth::{Client, Password};
//!
//! let client = Client::builder()
//!     .region("cn-north-4")
//! #   .endpoint(mock.url()).iam_endpoint(mock.url()).allow_http_loopback()
//!     .credentials(Password::new(account, user, password))
//!     .build()?;
//! let apps = client.list_apig_apps().await?;
//! # assert_eq!(apps.count, Some(0));
//! # Ok(())
//! # }
//! ```
//!
//! # Environment
//!
//! [`Client::from_env`](crate::Client::from_env) reads the region from `MODELARTS_REGION`. Credentials are
//! the first that are set: a token in `MODELARTS_AUTH_TOKEN`, an access key in `HUAWEICLOUD_SDK_AK` and
//! `HUAWEICLOUD_SDK_SK`, or the file `~/.huaweicloud/credentials`.
//!
//! ```no_run
//! # async fn client() -> Result<(), modelarts_app_auth::Error> {
//! let client = modelarts_app_auth::Client::from_env().await?;
//! # Ok(())
//! # }
//! ```
//!
//! Variables can also come from a map, for example in a test:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! use std::collections::HashMap;
//! use modelarts_app_auth::{Client, Environment};
//!
//! let variables = HashMap::from([
//!     ("MODELARTS_REGION", "cn-north-4"),
//!     ("HUAWEICLOUD_SDK_AK", "LOOPBACKACCESSKEY001"),
//!     ("HUAWEICLOUD_SDK_SK", "secret-key-of-user"),
//! ]);
//! let environment = Environment::from_fn(move |name| variables.get(name).map(ToString::to_string));
//! let client = Client::builder()
//!     .environment(environment)
//! #   .endpoint(mock.url()).iam_endpoint(mock.url()).allow_http_loopback()
//!     .build()?;
//! let apps = client.list_apig_apps().await?;
//! # assert_eq!(apps.count, Some(0));
//! # Ok(())
//! # }
//! ```
//!
//! Credentials from elsewhere, such as a vault, implement
//! [`ProvideCredentials`](crate::ProvideCredentials).
