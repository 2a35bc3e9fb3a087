//! Canaries: secrets that are easy to find in any encoding.

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use modelarts_app_auth::Error;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::log;
use crate::harness::prints;

/// Each is runs of letters and digits between characters that are escaped here and there.
pub const TOKEN: &str = "Wq7ZtV3mXw9R+pL5nB8cD2fG=";
pub const FETCHED_TOKEN: &str = "h4KsY6uJ1eQa+Tz0oIvMb9PdC=";
pub const ACCESS_KEY: &str = "XN2CJ5RT8U-K4GFOW7AHB";
pub const SECRET_KEY: &str = "r8HgLw3TnYx1+kUq5ZbVf7Pj=";
pub const SECURITY_TOKEN: &str = "m0SdRi4WoEy2+aFc6NzGl8Qt=";
pub const PASSWORD: &str = r#"vB3kXp9JsHu5"Ci7\MgTfWz1Ye"#;
pub const PROXY_PASSWORD: &str = "x9FwJd5CtLe4+qIs7VgMk2Nu=";
pub const ARGUMENT: &str = "d6LnOq2RaPw8 +~Kj4EtVy0Bm";
pub const RESPONSE: &str = "z5GhNc7YiSx3+uUo9QdJr1Fk=";
pub const REQUEST: &str = "t2MbDv8ZpCw4+lXe6HgRy0Ka=";

const ALL: [(&str, &str); 10] = [
    ("token", TOKEN),
    ("fetched token", FETCHED_TOKEN),
    ("access key id", ACCESS_KEY),
    ("secret access key", SECRET_KEY),
    ("security token", SECURITY_TOKEN),
    ("password", PASSWORD),
    ("password of the proxy", PROXY_PASSWORD),
    ("secret argument", ARGUMENT),
    ("secret in the response", RESPONSE),
    ("secret in the request body", REQUEST),
];

/// Finds each run of each canary: as it is, which is also how percent-encoding and escaping leave
/// it, as hexadecimal or decimal bytes, and within base64.
pub struct Search {
    automaton: AhoCorasick,
    names: Vec<&'static str>,
}

impl Search {
    pub fn new() -> Self {
        let mut names = Vec::new();
        let mut patterns = Vec::new();
        for (name, canary) in ALL {
            for run in
                canary.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| run.len() > 7)
            {
                let forms = forms(run);
                names.extend(forms.iter().map(|_| name));
                patterns.extend(forms);
            }
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(patterns);
        Self { automaton: automaton.expect("a few patterns"), names }
    }

    /// The canary that `text` shows, white space aside.
    pub fn find(&self, text: &str) -> Option<&'static str> {
        let text: String = text.split_whitespace().collect();
        self.automaton.find(&text).map(|found| self.names[found.pattern()])
    }
}

/// How a run of letters and digits may be written.
fn forms(run: &str) -> Vec<String> {
    let numbers = |number: fn(&u8) -> String, separator: &str| {
        run.as_bytes().iter().map(number).collect::<Vec<_>>().join(separator)
    };
    let hex = numbers(|byte| format!("{byte:02x}"), "");
    let spaced_hex = numbers(|byte| format!("{byte:02x}"), ",");
    let decimal = numbers(u8::to_string, ",");
    let mut forms = vec![run.to_owned(), hex, spaced_hex, decimal];
    for offset in 0..3 {
        // Of the characters of base64 only those in the middle depend on nothing but the run.
        let bytes = [&vec![0; offset], run.as_bytes()].concat();
        let decided = (8 * offset).div_ceil(6)..8 * bytes.len() / 6;
        forms.push(STANDARD_NO_PAD.encode(&bytes)[decided.clone()].to_owned());
        forms.push(URL_SAFE_NO_PAD.encode(&bytes)[decided].to_owned());
    }
    forms
}

/// Shows a secret as text and as bytes.
#[derive(Debug)]
#[expect(dead_code, reason = "Debug reads them")]
struct Leaking<'a>(&'a str, &'a [u8]);

fn check(leak: &str, name: &str) {
    assert_eq!(Search::new().find(leak), Some(name), "{leak}");
}

#[test]
fn leak_is_found_in_every_encoding() {
    for (name, canary) in ALL {
        prints::of_debug(&Leaking(canary, b"")).iter().for_each(|leak| check(leak, name));
        prints::of_debug(&Leaking("", canary.as_bytes())).iter().for_each(|leak| check(leak, name));
        check(&serde_json::json!({ canary: "" }).to_string(), name);
        check(&utf8_percent_encode(canary, NON_ALPHANUMERIC).to_string(), name);
        check(&canary.bytes().map(|byte| format!("{byte:02X}")).collect::<String>(), name);
        check(&format!("{:02x?}", canary.as_bytes()), name);
        for before in ["", "a", "ab"] {
            check(&STANDARD_NO_PAD.encode(format!("{before}{canary}")), name);
            check(&URL_SAFE_NO_PAD.encode(format!("{before}{canary}")), name);
        }
        let (begin, end) = canary.split_at(canary.len() / 2);
        check(begin, name);
        check(end, name);
    }
}

#[test]
fn leak_is_found_in_every_output() {
    log::record();
    tracing::trace_span!("span", leaking = ?Leaking(TOKEN, b"")).in_scope(|| {});
    tracing::trace!(leaking = ?Leaking(PASSWORD, b""));
    let log = log::recorded();
    check(log.lines().next().expect("a span"), "token");
    check(log.lines().last().expect("an event"), "password");
    for print in prints::of_error(&Error::credentials(RESPONSE))
        .iter()
        .filter(|it| it.contains("credentials"))
    {
        check(print, "secret in the response");
    }
}
