//! What is answered, and how it goes wrong on purpose.

use std::convert::Infallible;
use std::future::pending;

use axum::body::Body;
use axum::response::Response;
use futures_util::stream;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use crate::connection::Line;
use crate::fault::Trouble;
use crate::service_error::Refusal;

/// Of a gateway that has given up.
const PAGE: &str = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n\
                    <center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n";

pub(crate) struct Answer {
    pub status: u16,
    /// Null for none.
    pub body: Value,
    pub headers: Vec<(&'static str, String)>,
}

impl Answer {
    pub fn new(status: u16, body: Value) -> Self {
        Self { status, body, headers: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn refusal(refusal: &Refusal, request_id: &str) -> Self {
        Self::new(refusal.status, refusal.body(request_id))
    }

    /// What a fault makes of the answer.
    pub async fn disturbed(self, trouble: Trouble, line: &Line) -> Response {
        let of_status = |status| Self::refusal(&Refusal::of_status(status), &"0".repeat(32));
        match trouble {
            Trouble::Delay(wait) => {
                tokio::time::sleep(wait).await;
                self.whole()
            }
            Trouble::Hang => pending().await,
            Trouble::Reset => {
                line.cut();
                self.whole()
            }
            Trouble::Status(status) => of_status(status).whole(),
            Trouble::TooManyRequests(seconds) => {
                of_status(429).with("retry-after", seconds.to_string()).whole()
            }
            Trouble::Html => response(502, "text/html", Body::from(PAGE)),
            Trouble::Torn => self.torn(line),
            Trouble::Moved => Self { body: json!({ "data": self.body }), ..self }.whole(),
        }
    }

    /// The answer as it is.
    pub fn whole(self) -> Response {
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
    fn torn(self, line: &Line) -> Response {
        let text = self.body.to_string();
        let half = text.as_bytes()[..text.len() / 2].to_vec();
        let line = line.clone();
        let parts = stream::unfold(Some(half), move |half| {
            let line = line.clone();
            async move {
                if let Some(half) = half {
                    return Some((Ok::<_, Infallible>(half), None));
                }
                // The first half goes out while this waits.
                tokio::task::yield_now().await;
                line.cut();
                Some((Ok(b"x".to_vec()), None))
            }
        });
        let mut torn = response(self.status, "application/json", Body::from_stream(parts));
        torn.headers_mut().insert(header::CONTENT_LENGTH, text.len().into());
        torn
    }
}

fn response(code: u16, media_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status(code);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// A number that is no status is a fault of whoever made it.
fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
