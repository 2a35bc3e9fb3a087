//! A request body, serialized once.

use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, Request};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

/// The JSON text of a request body, with its secrets in plaintext.
pub(crate) struct Payload(Zeroizing<String>);

impl Payload {
    /// Stands for no body, as progenitor always sends one. No operation takes it for a body.
    const ABSENT: &'static str = "null";

    pub(crate) fn new(json: Zeroizing<String>) -> Self {
        Self(json)
    }

    pub(crate) fn absent() -> Self {
        Self(Zeroizing::new(Self::ABSENT.to_owned()))
    }

    /// Takes the body which stands for none out of a request.
    pub(crate) fn strip_absent(request: &mut Request) {
        if request.body().and_then(Body::as_bytes) == Some(Self::ABSENT.as_bytes()) {
            *request.body_mut() = None;
            request.headers_mut().remove(CONTENT_TYPE);
        }
    }
}

impl Serialize for Payload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: &RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        json.serialize(serializer)
    }
}
