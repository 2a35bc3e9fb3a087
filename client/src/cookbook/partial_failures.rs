//! Handle responses that succeed only in part.
//!
//! Operations on several apps return status 200 even if they fail for some of the apps.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # use modelarts_app_auth::types::CreateApigAppRequest;
//! # let created = client.create_apig_app(CreateApigAppRequest::new("app_reports")).await?;
//! # let app_id = created.app_id();
//! # let service_id = "bb149aac-5ff4-497c-bb73-acb751e20a11";
//! # let api = client.create_app_auth_api(service_id).body(modelarts_app_auth::types::CreateApiRequest::new().auth_type("APP")).await?;
//! # let api_id = api.api().api_id.as_ref().ok_or("an ID")?;
//! use modelarts_app_auth::types::{ApiAppAuthRequest, Apps};
//!
//! let apps = [app_id.as_str(), "0123456789abcdef0123456789abcdef"];
//! let request = ApiAppAuthRequest::new(apps.map(|id| Apps::new().app_id(id)));
//! let response = client.authorize_api_to_apig_apps(service_id, api_id, request).await?;
//! for failure in response.failures() {
//!     println!("not authorized: {:?}, {:?}", failure.app_id, failure.reason);
//! }
//! # assert_eq!(response.failures().count(), 1);
//! # assert_eq!(mock.apis_of(app_id.as_str()).len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! If each failure is an error for you, `response.all_succeeded()?` returns the response, or an error of the
//! kind [`Incomplete`](crate::ErrorKind::Incomplete) that names the failed apps.
