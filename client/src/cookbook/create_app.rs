//! Create an app and let it call an API.
//!
//! An app is an identity that calls deployed services. It has an AppKey and an AppSecret, and may call
//! the APIs that are authorized to it.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # let service_id = "bb149aac-5ff4-497c-bb73-acb751e20a11";
//! use modelarts_app_auth::types::{ApiAppAuthRequest, Apps, CreateApigAppRequest};
//!
//! // Creates the app.
//! let request = CreateApigAppRequest::new("app_reports").app_remark("nightly reports");
//! let created = client.create_apig_app(request).await?;
//! let app_id = created.app_id();
//!
//! // Registers an API for the service, and authorizes it to the app.
//! let request = ApiAppAuthRequest::new([Apps::new().app_id(app_id)]);
//! let registered = client.create_and_auth_app_auth_api(service_id, request).await?;
//! // A status of success can hide an app that was not authorized.
//! let registered = registered.all_succeeded()?;
//!
//! println!("app {app_id} may call {:?}", registered.api().predict_url);
//! # let api_id = registered.api().api_id.as_ref().ok_or("an ID")?;
//! # assert_eq!(mock.apis_of(app_id.as_str()), [api_id.as_str()]);
//! # Ok(())
//! # }
//! ```
//!
//! Creating an app changes something, so the client does not repeat the request if its outcome is
//! unknown. In that case check with [`apig_app_exists`](crate::Client::apig_app_exists) whether the app
//! exists before you create it again. For an API that is registered already, use
//! [`authorize_api_to_apig_apps`](crate::Client::authorize_api_to_apig_apps).
//!
//! Next: [call the service](super::call_service) in the name of the app.
