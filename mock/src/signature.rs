//! SDK-HMAC-SHA256 from the side that checks: whether the key's owner has signed this request.

use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use sha2::{Digest, Sha256};

use crate::signed_request::SignedRequest;

const ALGORITHM: &str = "SDK-HMAC-SHA256";

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The value of an `Authorization` header.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Signature<'a> {
    pub access: &'a str,
    /// Of the signed headers, in lower case and sorted.
    names: Vec<&'a str>,
    mac: Vec<u8>,
}

impl<'a> Signature<'a> {
    /// Reads the header; `None` if it has another form.
    pub fn parse(authorization: &'a str) -> Option<Self> {
        let fields = authorization.strip_prefix(ALGORITHM)?.strip_prefix(' ')?;
        let mut fields = fields.split(", ");
        let access = fields.next()?.strip_prefix("Access=")?;
        let names: Vec<_> = fields.next()?.strip_prefix("SignedHeaders=")?.split(';').collect();
        let mac = unhex(fields.next()?.strip_prefix("Signature=")?)?;
        let is_sorted = names.is_sorted_by(|a, b| a < b);
        (fields.next().is_none() && is_sorted).then_some(Self { access, names, mac })
    }

    /// Whether a header is covered.
    pub fn covers(&self, name: &str) -> bool {
        self.names.contains(&name)
    }

    /// Whether `secret` made the signature for this request.
    pub fn is_of(&self, secret: &str, request: &SignedRequest) -> bool {
        let Some(date) = request.headers.get("x-sdk-date").filter(|_| self.covers("x-sdk-date"))
        else {
            return false;
        };
        let Some(canonical) = self.canonical(request) else { return false };
        let digest = hex(&Sha256::digest(canonical));
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
        for part in [ALGORITHM.as_bytes(), b"\n", date.as_bytes(), b"\n", digest.as_bytes()] {
            mac.update(part);
        }
        // Compares in constant time.
        mac.verify_slice(&self.mac).is_ok()
    }

    /// The request as it was signed; `None` if a signed header is missing or there twice.
    fn canonical(&self, request: &SignedRequest) -> Option<Vec<u8>> {
        let mut text = request.method.to_ascii_uppercase().into_bytes();
        text.push(b'\n');
        text.extend(path(request.path).bytes());
        text.push(b'\n');
        text.extend(query(request.query).bytes());
        text.push(b'\n');
        for name in &self.names {
            let mut values = request.headers.get_all(*name).iter();
            let (value, None) = (values.next()?, values.next()) else { return None };
            text.extend(name.bytes());
            text.push(b':');
            text.extend(value.as_bytes().trim_ascii());
            text.push(b'\n');
        }
        text.push(b'\n');
        text.extend(self.names.join(";").bytes());
        text.push(b'\n');
        text.extend(self.content_hash(request));
        Some(text)
    }

    /// A signed header may replace the hash of a body, which is then not covered; never that of an
    /// empty one.
    fn content_hash(&self, request: &SignedRequest) -> Vec<u8> {
        const NAME: &str = "x-sdk-content-sha256";
        match request.headers.get(NAME) {
            Some(given) if self.covers(NAME) && !request.body.is_empty() => given.as_bytes().into(),
            _ => hex(&Sha256::digest(request.body)).into(),
        }
    }
}

/// Decoded as a whole and encoded again piece by piece, so that `%2F` is a slash to the signer; and
/// with a slash at the end.
fn path(path: &str) -> String {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    let pieces: Vec<String> = decoded.split(|byte| *byte == b'/').map(encoded).collect();
    let path = pieces.join("/");
    if path.ends_with('/') { path } else { path + "/" }
}

/// Sorted before it is encoded.
fn query(query: &str) -> String {
    let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    pairs.sort();
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name.as_bytes()), encoded(value.as_bytes())));
    pairs.collect::<Vec<_>>().join("&")
}

fn encoded(bytes: &[u8]) -> String {
    percent_encode(bytes, RESERVED).to_string()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Digits in upper case are another text than what was signed.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    rest.is_empty().then(|| bytes.collect()).flatten()
}
