//! Reads the code and the message of an error body, in each form that is in use.

mod reader;

use super::error_body::reader::{Found, Rank};
use super::json_text::JsonText;
use super::printable::{LONGEST_MESSAGE, LONGEST_NAME, forms, printable};
use crate::secret::Secret;

/// The longest encoded message that is kept, in characters. A part of one cannot be decoded.
const LONGEST_ENCODED: usize = 64 * 1024;
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
    /// (`error.code`, `error.message`), of RFC 9457 (`title`, `detail`) and their relatives. The body may be cut off, or be sloppy
    /// JSON. Nothing is read from any other body, such as a web page.
    pub(crate) fn read(body: &[u8], secrets: &[Secret]) -> Self {
        Self::shown(Body::read(body), secrets)
    }

    /// Reads the error that a successful response reports in its body, if it reports one.
    ///
    /// That is a code in `error_code`, a message in `error_msg` without a code, an
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
            let text = printable(&text, secrets, longest);
            Some(text).filter(|text| !text.is_empty() && !may_hide_parts(text, secrets))
        };
        // A part of a secret may be at the end of each text, so they are joined afterwards.
        let is_certain = matches!(found.message, Some((rank, _)) if rank != Rank::Vague);
        let problem =
            joined(shown(found.title, LONGEST_MESSAGE), shown(found.detail, LONGEST_MESSAGE));
        let problem = problem.filter(|_| !is_certain);
        let problem = problem.map(|text| printable(&text, secrets, LONGEST_MESSAGE));
        let encoded = found.encoded.filter(|(_, text)| text.len() <= LONGEST_ENCODED);
        Self {
            code: shown(found.code, LONGEST_NAME),
            message: problem.or_else(|| shown(found.message, LONGEST_MESSAGE)),
            request_id: shown(found.request_id, LONGEST_NAME),
            encoded_authorization_message: shown(encoded, LONGEST_ENCODED),
        }
    }
}

/// Joins title and detail of a problem (RFC 9457).
fn joined(title: Option<String>, detail: Option<String>) -> Option<String> {
    match (title, detail) {
        (Some(title), Some(detail)) if !detail.contains(&title) => {
            Some(format!("{title}: {detail}"))
        }
        (title, detail) => detail.or(title),
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
