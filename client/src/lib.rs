//! Client of the Huawei Cloud ModelArts app authentication API.
//!
//! The API manages apps, their AppKeys, AppSecrets and AppCodes, and which app may call which API of an
//! inference service. [`operations`] lists all calls; the [`cookbook`] has recipes for common tasks.
//!
//! # Getting started
//!
//! ```no_run
//! # async fn start() -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::Client;
//!
//! let client = Client::builder().region("cn-north-4").project_id("…").token("…").build()?;
//! let response = client.show_apig_app("fb1a9eadd87b48abbd74b8ba1755dffd").send().await?;
//! println!("{:?}", response.app());
//! # Ok(())
//! # }
//! ```
//!
//! Every operation is a method of [`Client`]. It takes the required arguments and returns a builder
//! with a setter for each optional one; `send().await`, or just `.await`, makes the call.
//!
//! # Credentials
//!
//! [`Client::from_env`] reads region and credentials from the same places as Huawei's SDKs: the
//! variables `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or the file `~/.huaweicloud/credentials`.
//! The builder takes them from code:
//!
//! ```no_run
//! # fn client() -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::{Client, Credentials, Password};
//!
//! let region = Client::builder().region("cn-north-4");
//! // An access key signs each request.
//! let key = Credentials::access_key("access key id", "secret access key");
//! let client = region.clone().credentials(key).build()?;
//! // A user's password fetches a token from IAM, and a new one before the old one expires.
//! let user = Password::new("domain", "user", "password");
//! let client = region.credentials(user).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! For other sources, such as a vault, implement [`ProvideCredentials`]. A project ID that is not set is
//! looked up at IAM, once.
//!
//! # Responses
//!
//! A call returns a [`Response`], which dereferences to the documented body and has the status, the
//! headers and the ID under which the service logged the request. A field that the service may leave
//! out is an [`Option`]; a list of values that may grow is an enum with a variant `Other`. A value that
//! an operation guarantees has a method of the output type, such as
//! [`ResetApigAppSecretOutput`](operations::ResetApigAppSecretOutput), and needs no `Option`; a response
//! without it is an error:
//!
//! ```no_run
//! # async fn create(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::operations::ResetApigAppSecretInput;
//! use modelarts_app_auth::types::CreateApigAppRequest;
//!
//! let created = client.create_apig_app(CreateApigAppRequest::new("app_example")).await?;
//! let body = ResetApigAppSecretInput::new("app_example");
//! let reset = client.reset_apig_app_secret(created.app_id(), body).await?;
//! let secret = reset.into_body().into_app_secret();
//! # Ok(())
//! # }
//! ```
//!
//! Lists are returned in pages. `items()` streams the items of all pages, and `pages()` the pages. If
//! items are missing, the last element is an error:
//!
//! ```no_run
//! # async fn list(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
//! let mut apps = client.list_apig_apps().items();
//! while let Some(app) = apps.next().await {
//!     println!("{:?}", app?.app_name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! An operation on several apps can succeed for some and fail for others in one response.
//! `all_succeeded()` on its [`Response`] turns that into an error; `failures()` returns the failed parts.
//!
//! # Errors
//!
//! All failures are one type, [`Error`]. Its [`kind`](Error::kind) says whether the request was sent:
//!
//! ```no_run
//! # async fn show(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::ErrorKind;
//!
//! match client.show_apig_app("fb1a9eadd87b48abbd74b8ba1755dffd").send().await {
//!     Ok(response) => println!("{:?}", response.app()),
//!     Err(error) if error.is_not_found() => println!("there is no such app"),
//!     Err(error) if error.kind() == ErrorKind::MaybeSent => println!("check the state first"),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Retries
//!
//! A failure that may pass is retried: three attempts in all, with random waits that grow, and at least
//! as long as the service asks with `Retry-After`. An operation that changes something is sent again only
//! if it is known not to have been processed: there was no connection, or the service responded with
//! 429, or with 503 and `Retry-After`. [`CallOptions`] limits the attempts and the time, of all calls or
//! of one. All calls of a client share a budget of 20 retries, which successes and time refill, so that
//! a service that is down does not get a multiple of its usual load ([`ClientBuilder::retry_budget`]).
//! The limits of a call:
//!
//! ```no_run
//! # async fn show(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::CallOptions;
//! use std::time::Duration;
//!
//! let quick = CallOptions::new().timeout(Duration::from_secs(5)).max_attempts(1);
//! let response = client.show_apig_app("fb1a9eadd87b48abbd74b8ba1755dffd").options(quick).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Secrets
//!
//! An AppSecret, an AppCode, a token or a key is a [`Secret`]. Debug, Display and serde print a
//! placeholder in its place, also for a whole response; [`Secret::expose`] shows one value and
//! [`expose_secrets`] serializes a response with the secrets in it. No error and no span of
//! `tracing` contains one.
//!
//! # Rotation
//!
//! A reset makes the old AppSecret invalid at once, and its response has the only copy of the new
//! one. [`Client::rotate_app_secret`] resets it so that no fault and no crash loses the new one, and
//! [`Client::replace_app`] replaces an app by another one without rejecting callers at any time:
//!
//! ```no_run
//! # async fn rotate(client: modelarts_app_auth::Client) {
//! use modelarts_app_auth::{IntentFile, SecretFile};
//!
//! let sink = SecretFile::new("/var/lib/caller/app.json");
//! let log = IntentFile::new("/var/lib/caller/rotation.json");
//! let outcome = client.rotate_app_secret("fb1a9eadd87b48abbd74b8ba1755dffd", &sink, &log).await;
//! println!("{outcome}");
//! # }
//! ```
//!
//! # Calling a deployed service
//!
//! [`AppSigner`] authenticates requests to a deployed service with the AppKey and the AppSecret of an
//! app, or with one of its AppCodes:
//!
//! ```no_run
//! # async fn call(url: &str) -> Result<(), Box<dyn std::error::Error>> {
//! use modelarts_app_auth::AppSigner;
//!
//! // HUAWEICLOUD_APP_KEY and HUAWEICLOUD_APP_SECRET, or HUAWEICLOUD_APP_CODE.
//! let signer = AppSigner::from_env()?;
//! let request = http::Request::post(url).header("Content-Type", "application/json");
//! let request = signer.sign(request.body(r#"{"text": "hello"}"#)?)?;
//! let response = reqwest::Client::new().execute(request.try_into()?).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Testing
//!
//! The crate `modelarts-app-auth-mock` is a mock server that injects faults, see
//! [`cookbook::testing`]. [`Client::for_loopback`] creates a client of any other server in your tests.
//!
//! # Features
//!
//! | Feature | Effect |
//! | --- | --- |
//! | `rustls` (default) | TLS by rustls |
//! | `rustls-no-provider` | TLS by rustls, with the crypto provider that the application installs |
//! | `native-tls` | TLS by the library of the system |
//! | `blocking` | Adds `send_blocking` to every call, for code that is not async |

#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
#[allow(dead_code, unused_imports, clippy::all)]
mod generated {
    pub(crate) mod api;
    pub mod operations;
    pub(crate) mod values;
}

mod app_signer;
mod builder;
mod call;
mod client;
#[cfg(doc)]
pub mod cookbook;
mod credentials;
mod endpoint;
mod error;
#[allow(unused_macros, reason = "not every document has ids")]
mod id;
#[allow(unused_macros, reason = "not every document has lists of values")]
mod open_enum;
mod output;
mod regular_file;
mod response;
mod rotation;
mod secret;
#[allow(dead_code, reason = "not every document has times")]
mod timestamp;
mod tls;

pub use app_signer::AppSigner;
pub use builder::ClientBuilder;
pub use call::options::CallOptions;
pub use call::pages::{Items, Pages};
pub use client::Client;
pub use credentials::{
    Credentials, CredentialsFile, DefaultCredentials, Environment, EnvironmentCredentials, Iam,
    Password, ProvideCredentials, ProvideFuture,
};
pub use error::{Error, ErrorKind};
pub use generated::api::types;
pub use generated::operations;
#[allow(unused_imports, reason = "not every document has values of its own")]
pub use generated::values::*;
pub use response::{Headers, Response};
pub use rotation::{
    AppCredentials, Intent, IntentFile, IntentLog, Lease, ReplaceApp, Replacement, RotateAppSecret,
    Rotation, SecretFile, SecretSink, StoreFuture, UnsavedSecret,
};
pub use secret::{Secret, expose_secrets};
