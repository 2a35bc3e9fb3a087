//! Texts of others, on one line, of a limited length and without secrets.

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::credentials::signing::ENCODED;
use crate::secret::{PLACEHOLDER, Secret};

/// The longest message that is shown, in characters.
pub(crate) const LONGEST_MESSAGE: usize = 500;
/// The longest reason or cause that is shown as a part of a message, in characters.
pub(crate) const LONGEST_REASON: usize = 200;
/// The longest code or id that is shown, in characters.
pub(crate) const LONGEST_NAME: usize = 100;
/// A shorter secret, in bytes, is none, and may well be a word of the message.
const SHORTEST_SECRET: usize = 6;

/// `text` on one line, at most `longest` characters long and without any of `secrets`.
pub(crate) fn printable(text: &str, secrets: &[Secret], longest: usize) -> String {
    if secrets.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_graphic()) {
        return text.to_owned();
    }
    let mut text = text.to_owned();
    let secrets = secrets.iter().map(Secret::expose);
    for secret in secrets.filter(|secret| secret.len() >= SHORTEST_SECRET) {
        for form in forms(secret) {
            text = text.replace(form.as_str(), PLACEHOLDER);
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
pub(super) fn forms(secret: &str) -> [Zeroizing<String>; 5] {
    /// What `application/x-www-form-urlencoded` escapes; a space is a `+`.
    const FORM: &AsciiSet = &ENCODED.add(b'~').remove(b'*').remove(b' ');

    let in_path = progenitor_client::encode_path(secret);
    let in_signed_query = utf8_percent_encode(secret, ENCODED).to_string();
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
        let shown = printable(&format!("GET /?key={sent} HTTP/1.1"), &secret, 100);
        assert_eq!(shown, "GET /?key=[redacted] HTTP/1.1");
    }
}
