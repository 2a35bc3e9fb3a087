//! What an error body says, in each of the shapes in use.

mod reader;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use zeroize::Zeroizing;

use super::error_body::reader::{Found, Rank};
use super::json_text::JsonText;
use crate::secret::Secret;

/// The longest message that is shown, in characters.
const LONGEST_MESSAGE: usize = 500;
/// The longest code or id that is shown, in characters.
const LONGEST_NAME: usize = 100;
/// The longest encoded message that is kept, in characters. A part of one cannot be decoded.
const LONGEST_ENCODED: usize = 64 * 1024;
/// A shorter secret, in bytes, is none, and may well be a word of the message.
const SHORTEST_SECRET: usize = 6;

/// The parts of an error body that are fit to be shown.
#[derive(Default)]
pub(crate) struct ErrorBody {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) encoded_authorization_message: Option<String>,
}

impl ErrorBody {
    /// Reads the body of an error.
    ///
    /// The shapes are those of ModelArts and the gateway (`error_code`, `error_msg`), of IAM
    /// (`error.code`, `error.message`) and their relatives. The body may be cut off, or be sloppy
    /// JSON. Nothing is read from any other body, such as a web page.
    pub(crate) fn read(body: &[u8], secrets: &[Secret]) -> Self {
        Self::shown(Body::read(body), secrets)
    }

    /// Reads the error that a successful response reports in its body, if it reports one.
    ///
    /// That is a code in `error_code`, a message in `error_msg` without a code beside it, an
    /// `error` that is not empty, or a code such as `ModelArts.0108` in `code`. Zero is the code of
    /// success. A code in the list of results belongs to a part of the call and does not count.
    pub(crate) fn in_success(body: &[u8], secrets: impl FnOnce() -> Vec<Secret>) -> Option<Self> {
        if !may_report(body) {
            return None;
        }
        let body = Body::read(body);
        reports(&body.found).then(|| Self::shown(body, &secrets()))
    }

    fn shown(Body { found, is_cut }: Body, secrets: &[Secret]) -> Self {
        let shown = |text: Option<(Rank, String)>, longest| {
            let (_, mut text) = text?;
            if is_cut {
                drop_beginning_of_secret(&mut text, secrets);
            }
            let text = presentable(&text, secrets, longest);
            Some(text).filter(|text| !text.is_empty() && !may_hide_parts(text, secrets))
        };
        let encoded = found.encoded.filter(|(_, text)| text.len() <= LONGEST_ENCODED);
        Self {
            code: shown(found.code, LONGEST_NAME),
            message: shown(found.message, LONGEST_MESSAGE),
            request_id: shown(found.request_id, LONGEST_NAME),
            encoded_authorization_message: shown(encoded, LONGEST_ENCODED),
        }
    }
}

/// What a body says, before secrets are taken out of it.
struct Body {
    found: Found,
    /// Whether the body ends inside a text.
    is_cut: bool,
}

impl Body {
    fn read(body: &[u8]) -> Self {
        let JsonText { mut text, ends_in_string: is_cut } = JsonText::of(body);
        if is_cut {
            // The beginning of a message is worth showing.
            text.push('"');
        }
        Self { found: Found::read(&text), is_cut }
    }
}

/// Removes the beginning of a secret from the end of a text that is cut off.
fn drop_beginning_of_secret(text: &mut String, secrets: &[Secret]) {
    let forms: Vec<_> = secrets.iter().flat_map(|secret| forms(secret.expose())).collect();
    let begins_secret = |end: &str| forms.iter().any(|form| form.starts_with(end));
    let mut starts = text.char_indices().map(|(at, _)| at);
    if let Some(start) = starts.find(|at| begins_secret(&text[*at..])) {
        text.truncate(start);
    }
}

/// Whether a text may contain parts of a secret around characters that could not be read.
fn may_hide_parts(text: &str, secrets: &[Secret]) -> bool {
    text.contains(char::REPLACEMENT_CHARACTER)
        && secrets.iter().any(|secret| !secret.expose().is_ascii())
}

/// Whether a body is worth reading for an error. Usual responses are not, and this is fast.
fn may_report(body: &[u8]) -> bool {
    // No documented member has such a name.
    let has_name = |text: &str| ["rror", "\"code\"", "\"Code\""].iter().any(|it| text.contains(it));
    std::str::from_utf8(body).map_or(true, has_name)
}

/// Whether what was found in a successful response is an error.
fn reports(found: &Found) -> bool {
    if !found.is_object {
        return false;
    }
    let has_message = matches!(found.message, Some((Rank::Explicit, _)));
    match &found.code {
        Some((Rank::Explicit, code)) => code.bytes().any(|byte| byte != b'0'),
        Some((_, code)) => is_service_code(code) || found.has_error_text,
        None => found.has_error_text || has_message && !found.has_empty_code,
    }
}

/// Whether a code has the form of Huawei Cloud's services, such as `ModelArts.0108`.
fn is_service_code(code: &str) -> bool {
    code.split_once('.').is_some_and(|(service, number)| {
        let is_word = service.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_word && !service.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `text` on one line, at most `longest` characters long and without any of `secrets`.
pub(crate) fn presentable(text: &str, secrets: &[Secret], longest: usize) -> String {
    if secrets.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_graphic()) {
        return text.to_owned();
    }
    let mut text = text.to_owned();
    let secrets = secrets.iter().map(Secret::expose);
    for secret in secrets.filter(|secret| secret.len() >= SHORTEST_SECRET) {
        for form in forms(secret) {
            text = text.replace(form.as_str(), "[redacted]");
        }
    }
    let mut line: String = text.chars().map(|c| if is_unprintable(c) { ' ' } else { c }).collect();
    if let Some((end, _)) = line.char_indices().nth(longest) {
        line.truncate(end);
        line.push('…');
    }
    line.trim().to_owned()
}

/// A secret as it is, and as a message that quotes the URL or the body of the request has it.
fn forms(secret: &str) -> [Zeroizing<String>; 5] {
    /// What is escaped in the query of a signed request.
    const SIGNED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    /// What `application/x-www-form-urlencoded` escapes; a space is a `+`.
    const FORM: &AsciiSet = &SIGNED.add(b'~').remove(b'*').remove(b' ');

    let in_path = progenitor_client::encode_path(secret);
    let in_signed_query = utf8_percent_encode(secret, SIGNED).to_string();
    let in_query = utf8_percent_encode(secret, FORM).to_string().replace(' ', "+");
    let in_json = Value::from(secret).to_string();
    let in_json = in_json.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let in_json = in_json.unwrap_or(secret).to_owned();
    [secret.to_owned(), in_path, in_signed_query, in_query, in_json].map(Zeroizing::new)
}

/// Whether a character may break or reorder the line it is printed on.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
#[test]
fn secret_of_a_query_is_redacted() {
    let secret = [Secret::from("ab +~*-._é12")];
    for sent in ["ab+%2B%7E*-._%C3%A912", "ab%20%2B~%2A-._%C3%A912"] {
        let shown = presentable(&format!("GET /?key={sent} HTTP/1.1"), &secret, 100);
        assert_eq!(shown, "GET /?key=[redacted] HTTP/1.1");
    }
}
