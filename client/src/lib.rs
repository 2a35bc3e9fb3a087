//! Client of the Huawei Cloud ModelArts app authentication API.
//!
//! Apps, their AppKeys, AppSecrets and AppCodes, and which app may call which API of an inference
//! service: all operations, each with a typed response.
//!
//! # Start
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
//! Every operation is a method of [`Client`]. It takes what the service requires and gives a
//! builder for what is optional; `send().await`, or just `.await`, makes the call.
//!
//! # Credentials
//!
//! [`Client::from_env`] takes region and credentials from where Huawei's SDKs look for them: the
//! variables `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or `~/.huaweicloud/credentials`. A
//! client can be given them, too:
//!
//! ```no_run
//! # fn client() -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::{Client, Credentials, Password};
//!
//! let region = Client::builder().region("cn-north-4");
//! // An access key signs each request.
//! let key = Credentials::access_key("access key id", "secret access key");
//! let client = region.clone().credentials(key).build()?;
//! // A user's password gets a token from IAM, and a new one before the old one ends.
//! let user = Password::new("domain", "user", "password");
//! let client = region.credentials(user).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Anything else, such as a vault, is a [`ProvideCredentials`] of yours. A project id that is not
//! set is looked up at IAM, once.
//!
//! # Responses
//!
//! A call returns a [`Response`]: it dereferences to the documented body and knows the status, the
//! headers and the id under which the service logged the request. What the service may leave out
//! is an [`Option`]; a value list that may grow is an enum with an `Other` variant. What an operation
//! guarantees is a method of its output type, such as
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
//! Lists come in pages. `items()` walks all of them, and `pages()` gives them whole. A walk that ends
//! before the last item has an error as its last element:
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
//! An operation on several apps can succeed for some and fail for others, inside one response.
//! `all_succeeded()` on its [`Response`] makes that an error; without it, look at `failures()`.
//!
//! # Errors
//!
//! There is one [`Error`] for everything. Its [`kind`](Error::kind) tells whether the request was
//! sent:
//!
//! ```no_run
//! # async fn show(client: modelarts_app_auth::Client) -> Result<(), modelarts_app_auth::Error> {
//! use modelarts_app_auth::ErrorKind;
//!
//! match client.show_apig_app("fb1a9eadd87b48abbd74b8ba1755dffd").send().await {
//!     Ok(response) => println!("{:?}", response.app()),
//!     Err(error) if error.is_not_found() => println!("there is no such app"),
//!     Err(error) if error.kind() == ErrorKind::MaybeSent => println!("look before you repeat it"),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Retries
//!
//! A failure that may pass is retried, three attempts in all, with growing random waits and as long
//! as the service asks with `Retry-After`. An operation that changes something is sent again only
//! when it is known not to have been processed: there was no connection, or the service responded
//! with 429, or 503 with `Retry-After`. Resetting a secret twice would make two. [`CallOptions`]
//! limits the attempts and the time, of all calls or of one. All calls of a client together have a
//! budget of 20 retries, to which each success and each second add a tenth, so that a service that
//! is down does not get a multiple of its usual load ([`ClientBuilder::retry_budget`]). The limits
//! of a call:
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
//! one. [`Client::rotate_app_secret`] resets one so that no fault and no crash loses it, and
//! [`Client::replace_app`] puts a new app in the place of another without a moment in which callers
//! are rejected:
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
//! [`Client::for_loopback`] makes a client of a server in your tests, such as one of `wiremock`.
//!
//! # Features
//!
//! `rustls` (the default) and `native-tls` choose the TLS library; `rustls-no-provider` is rustls
//! with the crypto provider that the application installs. `blocking` adds `send_blocking` to every
//! call, for code that is not async.

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
