//! What an error body says, in each of the shapes in use.

use serde_json::Value;
use zeroize::Zeroizing;

use crate::secret::Secret;

/// The longest message that is shown, in characters.
const LONGEST_MESSAGE: usize = 500;
/// The longest code or id that is shown, in characters.
const LONGEST_NAME: usize = 100;
/// A shorter secret, in bytes, is none, and may well be a word of the message.
const SHORTEST_SECRET: usize = 6;

/// The parts of an error body that are fit to be shown.
pub(crate) struct Fault {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl Fault {
    /// Reads the shapes of ModelArts and the gateway (`error_code`, `error_msg`, `request_id`) and
    /// of IAM (`error.code`, `error.message`). Of any other body nothing is shown.
    pub(crate) fn read(body: &[u8], secrets: &[Secret]) -> Self {
        let value = serde_json::from_slice::<Value>(body).unwrap_or_default();
        let text = |pointers: [&str; 2], longest| {
            // The numeric code of IAM is the status once more.
            let found = pointers.iter().find_map(|pointer| value.pointer(pointer)?.as_str())?;
            Some(presentable(found, secrets, longest)).filter(|text| !text.is_empty())
        };
        Self {
            code: text(["/error_code", "/error/code"], LONGEST_NAME),
            message: text(["/error_msg", "/error/message"], LONGEST_MESSAGE),
            request_id: text(["/request_id", "/error/request_id"], LONGEST_NAME),
        }
    }
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
fn forms(secret: &str) -> [Zeroizing<String>; 3] {
    let in_path = progenitor_client::encode_path(secret);
    let in_json = Value::from(secret).to_string();
    let in_json = in_json.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    [secret.to_owned(), in_path, in_json.unwrap_or(secret).to_owned()].map(Zeroizing::new)
}

/// Whether a character may break or reorder the line it is printed on.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
