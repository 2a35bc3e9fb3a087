//! A request body, serialized once.

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

/// The JSON text of a request body, with its secrets in plaintext.
pub(crate) struct Payload(Zeroizing<String>);

impl Payload {
    pub(crate) fn new(json: Zeroizing<String>) -> Self {
        Self(json)
    }

    /// Returns a body for progenitor, which requires one, where the request has none.
    pub(crate) fn placeholder() -> Self {
        Self(Zeroizing::new("null".to_owned()))
    }
}

impl Serialize for Payload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: &RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        json.serialize(serializer)
    }
}
