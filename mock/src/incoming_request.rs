//! A request as it has arrived, with its whole body.

use axum::body::Body;
use futures_util::StreamExt;
use http::header::CONTENT_TYPE;
use http::request::Parts;

use crate::service_error::ServiceError;
use crate::signed_request::SignedRequest;

/// The largest body that is accepted, in bytes.
const LARGEST_BODY: usize = 12 * 1024 * 1024;

pub(crate) struct IncomingRequest {
    pub parts: Parts,
    /// The values of the path template, decoded.
    pub path: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl IncomingRequest {
    /// Reads the body to its end even if it is too large: a client that is still sending does not
    /// read the response.
    pub async fn read(
        parts: Parts,
        path: Vec<(String, String)>,
        body: Body,
    ) -> Result<Self, ServiceError> {
        let mut chunks = body.into_data_stream();
        let (mut body, mut len) = (Vec::new(), 0);
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(|_| ServiceError::unreadable())?;
            len += chunk.len();
            match len <= LARGEST_BODY {
                true => body.extend_from_slice(&chunk),
                false => body = Vec::new(),
            }
        }
        match len <= LARGEST_BODY {
            true => Ok(Self { parts, path, body }),
            false => Err(ServiceError::too_large()),
        }
    }

    /// Returns whether the header of the request says that its body is JSON.
    pub fn is_json(&self) -> bool {
        let media_type = self.parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        media_type.is_some_and(spec::is_json)
    }

    /// Returns the parts of the request that a signature can cover.
    pub fn signed(&self) -> SignedRequest<'_> {
        SignedRequest {
            method: self.parts.method.as_str(),
            path: self.parts.uri.path(),
            query: self.query(),
            headers: &self.parts.headers,
            body: &self.body,
        }
    }

    /// The query as it was sent, without the question mark.
    pub fn query(&self) -> &str {
        self.parts.uri.query().unwrap_or_default()
    }
}
