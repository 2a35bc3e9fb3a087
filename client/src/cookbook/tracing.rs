//! Trace calls.
//!
//! Each call is a span of the crate `tracing`, and each attempt is a span inside it. Their fields have
//! the names of OpenTelemetry. No span contains a URL, a header, a body or a secret.
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
//! # use std::io::Read;
//! # let log = tempfile::NamedTempFile::new()?;
//! # let writer = std::sync::Mutex::new(log.reopen()?);
//! # mock.fail_next("ShowApigApp", Fault::Before(FaultKind::TooManyRequests(0)));
//! use tracing_subscriber::fmt::format::FmtSpan;
//!
//! let subscriber = tracing_subscriber::fmt()
//! #   .with_writer(writer).with_ansi(false)
//!     .with_span_events(FmtSpan::CLOSE)
//!     .finish();
//! let _guard = tracing::subscriber::set_default(subscriber);
//! let app = client.show_apig_app(app_id).await?;
//! # let mut text = String::new();
//! # log.reopen()?.read_to_string(&mut text)?;
//! # for shown in ["otel.name=\"ShowApigApp\"", "http.response.status_code=429", "http.request.resend_count=1", "http.response.status_code=200", "url.template=\"/v1/{project_id}/app-auth/apps/{app_id}\""] {
//! #     assert!(text.contains(shown), "{shown}: {text}");
//! # }
//! # assert!(!text.contains(app_id.as_str()), "{text}");
//! # Ok(())
//! # }
//! ```
//!
//! With one retry this prints, shortened:
//!
//! ```text
//! call{otel.name="ShowApigApp"}:attempt{http.response.status_code=429 error.type=429 …}: close
//! call{otel.name="ShowApigApp"}:attempt{http.request.resend_count=1 http.response.status_code=200 …}: close
//! call{otel.name="ShowApigApp"}: close
//! ```
//!
//! | Field | Span | Value |
//! | --- | --- | --- |
//! | `otel.name` | both | The operation, or method and path template |
//! | `otel.status_code` | both | `ERROR` after a failure |
//! | `error.type` | both | The status, or the [`ErrorKind`](crate::ErrorKind) |
//! | `http.request.method`, `url.template` | attempt | The method, and the path without values |
//! | `http.response.status_code` | attempt | The status, if there was a response |
//! | `http.request.resend_count` | attempt | How many attempts were before, from the second on |
//! | `server.address`, `server.port` | attempt | The host and port |
