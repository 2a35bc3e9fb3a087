//! Read a whole list.
//!
//! `items()` returns each item once and requests the next page when it is needed. `pages()` returns the
//! pages. Both continue until the service has no further items.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let mock = modelarts_app_auth_mock::MockModelArts::start().await?;
//! # let client = mock.client()?;
//! # for name in ["app_a", "app_b", "app_c"] {
//! #     let request = modelarts_app_auth::types::CreateApigAppRequest::new(name);
//! #     client.create_apig_app(request).await?;
//! # }
//! let mut names = Vec::new();
//! let mut apps = client.list_apig_apps().limit("2").items();
//! while let Some(app) = apps.next().await {
//!     names.extend(app?.app_name);
//! }
//! assert_eq!(names.len(), 3);
//! # Ok(())
//! # }
//! ```
//!
//! Check each element with `?`: if items are missing, because the list changed or a page failed, the last
//! element is an error. `limit` is the size of a page, not of the list. Other operations with pages are
//! [`show_apis_bind_to_app`](crate::Client::show_apis_bind_to_app) and
//! [`show_api_auth_infos`](crate::Client::show_api_auth_infos).
//!
//! [`Items`](crate::Items) and [`Pages`](crate::Pages) implement `Stream` of the crate `futures-core`.
