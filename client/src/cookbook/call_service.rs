//! Call a deployed service in the name of an app.
//!
//! [`AppSigner`](crate::AppSigner) authenticates requests of any HTTP client that uses the types of the
//! crate `http`. The URL is `predict_url` of an API that is authorized to the app.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use wiremock::{Mock, MockServer, ResponseTemplate, matchers::header_exists};
//! # let service = MockServer::start().await;
//! # Mock::given(header_exists("Authorization")).respond_with(ResponseTemplate::new(200)).expect(1).mount(&service).await;
//! # let url = service.uri() + "/v1/infers/456963f1-737c-4de0-8bee-5b4f6f3a8fa3";
//! # let (app_key, app_secret) = ("app key", "app secret");
//! use modelarts_app_auth::AppSigner;
//!
//! let signer = AppSigner::new(app_key, app_secret)?;
//! let request = http::Request::post(url)
//!     .header("Content-Type", "application/json")
//!     .body(r#"{"text": "hello"}"#)?;
//! let request = signer.sign(request)?;
//! let response = reqwest::Client::new().execute(request.try_into()?).await?;
//! assert!(response.status().is_success());
//! # Ok(())
//! # }
//! ```
//!
//! - Sign last: headers and body that are signed must not change afterwards.
//! - A signature is valid for 15 minutes. Sign again before each retry.
//! - With an AppCode, use [`AppSigner::with_app_code`](crate::AppSigner::with_app_code). The API must allow
//!   it (`support_app_code`).
//! - [`AppSigner::from_env`](crate::AppSigner::from_env) reads `HUAWEICLOUD_APP_KEY` and
//!   `HUAWEICLOUD_APP_SECRET`, or `HUAWEICLOUD_APP_CODE`.
//! - The file that a [rotation](super::rotation) writes contains
//!   [`AppCredentials`](crate::AppCredentials), which have a
//!   [`signer`](crate::AppCredentials::signer).
