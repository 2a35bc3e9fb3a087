//! How much of a private key is a secret.

use spec::Source;

/// Half of an Ed25519 key, or a line of a longer one.
const LINE: &str = "q9Zr3LtVx0bNfWc7YhKe5uJmGd2sApTi8oRwQyBzXvUk4nMhGd2sApTi8oRwQyBz";

/// Whether a string is reported as a private key.
fn is_reported(text: &str) -> bool {
    let text = serde_json::to_string(text).expect("a string");
    let text = format!(
        "{{\"openapi\": \"3.0.3\", \"info\": {{\"title\": \"A\", \"version\": \"1\", \
         \"description\": {text}}}, \"paths\": {{}}}}"
    );
    let selected = |rule: &lint::Rule| rule.info.id == "secret-in-example";
    let found = lint::check(Source::new("openapi.json", text), &selected).swap_remove(0);
    !found.diagnostics.is_empty()
}

/// A key with a heading, of so many lines.
fn key(algorithm: &str, first: &str, lines: usize) -> String {
    let body = vec![LINE; lines].join("\n");
    format!(
        "-----BEGIN {algorithm}PRIVATE KEY-----\n{first}{body}\n-----END {algorithm}PRIVATE KEY-----"
    )
}

#[test]
fn the_public_start_of_a_key_is_not_reported() {
    // (heading, first characters, the most lines that are public, the fewest of a whole key)
    for (algorithm, first, public, whole) in [
        ("RSA ", "MIIEpQIBAAKCAQEA", 5, 12),
        ("", "MIIEvAIBADANBgkq", 5, 12),
        ("DSA ", "", 5, 12),
        ("OPENSSH ", "b3BlbnNzaC1rZXkt", 2, 5),
        ("", "MC4CAQAwBQYDK2Vw", 0, 1),
        ("EC ", "MHcCAQEEIKYaiDER", 0, 2),
    ] {
        assert!(!is_reported(&key(algorithm, first, public)), "{algorithm}{first}");
        assert!(is_reported(&key(algorithm, first, whole)), "{algorithm}{first}");
        let escaped = key(algorithm, first, whole).replace('\n', "\\n");
        assert!(is_reported(&escaped), "{algorithm}{first} on one line");
    }
}

#[test]
fn words_around_a_key_do_not_hide_it() {
    let key = key("", "", 1);
    for text in [
        format!("For example:\n{key}"),
        format!("{key}\nReplace it by your key..."),
        format!("-----BEGIN PRIVATE KEY-----\nyour key\n-----END PRIVATE KEY-----\n{key}"),
        format!("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n{key}"),
    ] {
        assert!(is_reported(&text), "{text}");
    }
    for text in [
        format!("-----BEGIN PRIVATE KEY-----\nEXAMPLE{LINE}\n-----END PRIVATE KEY-----"),
        format!("-----BEGIN PRIVATE KEY-----\n{}...", &LINE[..48]),
        format!("A key starts with `-----BEGIN PRIVATE KEY-----` and is sent as {}.", &LINE[..30]),
        format!("-----BEGIN PUBLIC KEY-----\n{LINE}\n-----END PUBLIC KEY-----"),
    ] {
        assert!(!is_reported(&text), "{text}");
    }
}
