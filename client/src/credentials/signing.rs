//! SDK-HMAC-SHA256: the `Authorization` value that proves an access key.

use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// Carries the time of signing; every signed request has it, and it is always signed.
pub(crate) const DATE_HEADER: &str = "x-sdk-date";

/// Takes the place of the body's hash where it is set.
pub(crate) const CONTENT_HASH_HEADER: &str = "x-sdk-content-sha256";

/// What is percent-encoded: all but the unreserved characters of RFC 3986.
pub(crate) const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

const ENCODED_IN_PATH: &AsciiSet = &ENCODED.remove(b'/');

/// A request as the signature sees it.
pub(crate) struct Request<'a> {
    pub method: &'a str,
    /// As it is sent, percent-encoded.
    pub path: &'a str,
    /// As [`canonical_query`] writes it.
    pub query: &'a str,
    /// The headers to sign, in any order and case, without the date.
    pub headers: &'a [(&'a str, &'a str)],
    pub body: &'a [u8],
}

/// Signs `request` and returns the value of its `Authorization` header.
///
/// `date` is the value of the request's [`DATE_HEADER`], `YYYYMMDDTHHMMSSZ` in UTC.
pub(crate) fn sign(request: &Request<'_>, access: &str, secret: &str, date: &str) -> String {
    let headers = canonical_headers(request.headers, date);
    let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(";");
    let canonical = canonical_request(request, &headers, &names);
    let text = format!("{ALGORITHM}\n{date}\n{}", hex(Sha256::digest(canonical)));
    let signature = hex(hmac(secret.as_bytes(), text.as_bytes()));
    format!("{ALGORITHM} Access={access}, SignedHeaders={names}, Signature={signature}")
}

/// The query both signed and sent: sorted by name, then value, each pair with its `=`.
pub(crate) fn canonical_query<N, V>(pairs: impl Iterator<Item = (N, V)>) -> String
where
    N: AsRef<str> + Ord,
    V: AsRef<str> + Ord,
{
    let mut pairs: Vec<(N, V)> = pairs.collect();
    pairs.sort();
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| {
            format!("{}={}", encode(name.as_ref().as_bytes()), encode(value.as_ref().as_bytes()))
        })
        .collect();
    pairs.join("&")
}

fn canonical_request(request: &Request<'_>, headers: &[(String, &str)], names: &str) -> String {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    format!(
        "{}\n{}\n{}\n{lines}\n{names}\n{}",
        request.method.to_ascii_uppercase(),
        canonical_path(request.path),
        request.query,
        content_hash(request.body, headers),
    )
}

/// Decodes before it encodes, as Huawei's signer does: an encoded slash becomes a bare one.
fn canonical_path(path: &str) -> String {
    let path: Vec<u8> = percent_decode_str(path).collect();
    let mut path = percent_encode(&path, ENCODED_IN_PATH).to_string();
    if !path.ends_with('/') {
        path.push('/');
    }
    path
}

fn canonical_headers<'a>(headers: &[(&'a str, &'a str)], date: &'a str) -> Vec<(String, &'a str)> {
    let mut headers: Vec<(String, &str)> =
        headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.trim())).collect();
    headers.push((DATE_HEADER.to_owned(), date));
    headers.sort();
    headers
}

/// An empty body has its own hash even where a header says otherwise, as in Huawei's signer.
fn content_hash(body: &[u8], headers: &[(String, &str)]) -> String {
    match headers.iter().find(|(name, _)| name == CONTENT_HASH_HEADER) {
        Some((_, value)) if !body.is_empty() => (*value).to_owned(),
        _ => hex(Sha256::digest(body)),
    }
}

fn encode(bytes: &[u8]) -> String {
    percent_encode(bytes, ENCODED).to_string()
}

pub(crate) fn hmac(key: &[u8], text: &[u8]) -> impl AsRef<[u8]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(text);
    mac.finalize().into_bytes()
}

pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let bytes = bytes.as_ref();
    let mut text = String::with_capacity(2 * bytes.len());
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    text.extend(digits.map(|digit| char::from(DIGITS[usize::from(digit)])));
    text
}
