//! Requests that the official signer signed, and the same with one byte changed.

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;

use super::*;
use crate::signed_request::milliseconds;

/// What the Python signer of Huawei's SDK made of a request.
#[derive(Deserialize)]
struct Vector {
    name: String,
    access: String,
    secret: String,
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: BTreeMap<String, String>,
    body: String,
    authorization: String,
}

/// A signed request, as it goes on the wire.
#[derive(Clone)]
struct Wire {
    method: Vec<u8>,
    path: Vec<u8>,
    query: Vec<u8>,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

impl Vector {
    fn all() -> Vec<Self> {
        let text = include_str!("vectors.json");
        serde_json::from_str(text).unwrap()
    }

    fn wire(&self) -> Wire {
        let query =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish();
        let headers = self.headers.iter().map(|(name, value)| (name, value.trim()));
        let mut headers: Vec<_> =
            headers.map(|(name, value)| (name.to_lowercase(), value.as_bytes().to_vec())).collect();
        headers.push(("authorization".into(), self.authorization.as_bytes().to_vec()));
        Wire {
            method: self.method.as_bytes().to_vec(),
            path: self.path.as_bytes().to_vec(),
            query: query.into_bytes(),
            headers,
            body: self.body.as_bytes().to_vec(),
        }
    }

    /// Whether the service accepts the request at the date of the signature.
    fn accepts(&self, wire: &Wire) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in &wire.headers {
            // What HTTP cannot carry does not arrive.
            let Ok(value) = HeaderValue::from_bytes(value) else { return false };
            headers.insert(HeaderName::from_bytes(name.as_bytes()).unwrap(), value);
        }
        let text = |bytes| std::str::from_utf8(bytes).unwrap();
        let signed = SignedRequest {
            method: text(&wire.method),
            path: text(&wire.path),
            query: text(&wire.query),
            headers: &headers,
            body: &wire.body,
        };
        let date = &self.headers["X-Sdk-Date"];
        self.state().authenticate(&signed, milliseconds(date).unwrap()).is_ok()
    }

    fn state(&self) -> State {
        let key = AccessKey {
            access: self.access.clone(),
            secret: self.secret.clone(),
            security_token: self.headers.get("X-Security-Token").cloned(),
            ..AccessKey::default()
        };
        let users = vec![User { access_keys: vec![key], ..User::default() }];
        State { users, ..State::default() }
    }
}

impl Wire {
    /// Every part, each as something that can be changed.
    fn parts(&mut self) -> Vec<(String, &mut Vec<u8>)> {
        let mut parts = vec![
            ("method".to_owned(), &mut self.method),
            ("path".to_owned(), &mut self.path),
            ("query".to_owned(), &mut self.query),
            ("body".to_owned(), &mut self.body),
        ];
        parts.extend(self.headers.iter_mut().map(|(name, value)| (name.clone(), value)));
        parts
    }
}

#[test]
fn request_of_the_official_signer_is_accepted() {
    let vectors = Vector::all();
    assert_eq!(vectors.len(), 11);
    for vector in &vectors {
        assert!(vector.accepts(&vector.wire()), "{}", vector.name);
    }
}

#[test]
fn changed_byte_of_a_signed_part_is_rejected() {
    let mut changed = 0;
    for vector in Vector::all() {
        let unsigned_body = vector.headers.contains_key("X-Sdk-Content-Sha256");
        let lengths: Vec<usize> =
            vector.wire().parts().iter().map(|(_, bytes)| bytes.len()).collect();
        for (part, len) in lengths.into_iter().enumerate() {
            for index in 0..len {
                let mut wire = vector.wire();
                let (name, bytes) = wire.parts().swap_remove(part);
                // Another ASCII character where it was one, so that a text remains a text.
                bytes[index] ^= 1;
                let is_text = std::str::from_utf8(bytes).is_ok();
                let place = format!("{}: {name}, byte {index}", vector.name);
                let accepts = is_text && vector.accepts(&wire);
                assert_eq!(accepts, unsigned_body && name == "body", "{place}");
                changed += 1;
            }
        }
    }
    assert!(changed > 4_000, "{changed}");
}
