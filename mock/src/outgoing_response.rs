//! A response, and what a fault makes of it.

use std::convert::Infallible;
use std::future::pending;

use axum::body::Body;
use axum::response::Response;
use futures_util::stream;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use crate::connection::ConnectionHandle;
use crate::fault::FaultKind;
use crate::service_error::ServiceError;

/// The page of a gateway that cannot reach its backend.
const PAGE: &str = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n\
                    <center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n";

pub(crate) struct OutgoingResponse {
    pub status: u16,
    /// Null for none.
    pub body: Value,
    pub headers: Vec<(&'static str, String)>,
}

impl OutgoingResponse {
    pub fn new(status: u16, body: Value) -> Self {
        Self { status, body, headers: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn error(error: &ServiceError, request_id: &str) -> Self {
        Self::new(error.status, error.body(request_id))
    }

    /// The response as a fault changes it.
    pub async fn with_fault(self, fault: FaultKind, connection: &ConnectionHandle) -> Response {
        let of_status = |status| Self::error(&ServiceError::of_status(status), &"0".repeat(32));
        match fault {
            FaultKind::Delay(wait) => {
                tokio::time::sleep(wait).await;
                self.into_response()
            }
            FaultKind::Hang => pending().await,
            FaultKind::Reset => {
                connection.reset();
                self.into_response()
            }
            FaultKind::Status(status) => of_status(status).into_response(),
            FaultKind::TooManyRequests(seconds) => {
                of_status(429).with("retry-after", seconds.to_string()).into_response()
            }
            FaultKind::Html => response(502, "text/html", Body::from(PAGE)),
            FaultKind::Truncated => self.truncated(connection),
            FaultKind::OtherShape => {
                Self { body: json!({ "data": self.body }), ..self }.into_response()
            }
        }
    }

    /// The response without a fault.
    pub fn into_response(self) -> Response {
        let mut response = match &self.body {
            Value::Null => {
                let mut response = Response::new(Body::empty());
                *response.status_mut() = status(self.status);
                response
            }
            body => response(self.status, "application/json", Body::from(body.to_string())),
        };
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    /// Announces the whole body and sends the first half.
    fn truncated(self, connection: &ConnectionHandle) -> Response {
        let text = self.body.to_string();
        let half = text.as_bytes()[..text.len() / 2].to_vec();
        let connection = connection.clone();
        let parts = stream::unfold(Some(half), move |half| {
            let connection = connection.clone();
            async move {
                if let Some(half) = half {
                    return Some((Ok::<_, Infallible>(half), None));
                }
                // The first half goes out while this waits.
                tokio::task::yield_now().await;
                connection.reset();
                Some((Ok(b"x".to_vec()), None))
            }
        });
        let mut truncated = response(self.status, "application/json", Body::from_stream(parts));
        truncated.headers_mut().insert(header::CONTENT_LENGTH, text.len().into());
        truncated
    }
}

fn response(code: u16, media_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status(code);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// A number that is not a status code is an error of the program.
fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
