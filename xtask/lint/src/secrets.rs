//! What looks like a secret, by its name or by itself.

use spec::Node;

use super::object_index::ObjectIndex;

/// Whether a property or parameter is called like a credential.
pub fn is_named_like_one(name: &str) -> bool {
    let words = words(name);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        words if words.contains(&"public") => false,
        // Where to go on in a list, or what makes a request unique.
        [
            ..,
            "page" | "next" | "truncated" | "continuation" | "sync" | "idempotency" | "client"
            | "request" | "creation" | "action",
            "token",
        ] => false,
        [.., "secret" | "secrets" | "password" | "passwd" | "passphrase" | "token" | "tokens"] => {
            true
        }
        [.., "secret" | "private" | "api", "key"] => true,
        [.., "app", "code" | "codes"] => true,
        _ => false,
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in name.chars() {
        let starts = character.is_uppercase() && before.is_lowercase();
        if !character.is_alphanumeric() || starts {
            words.push(String::new());
        }
        if character.is_alphanumeric() {
            words.last_mut().into_iter().for_each(|word| word.extend(character.to_lowercase()));
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a schema is a string, or a list of strings, that is not marked as a secret.
pub fn is_bare(index: &ObjectIndex, schema: Node) -> bool {
    let Some(schema) = index.resolve(schema) else { return false };
    let says = |field: &str| schema.get(field).and_then(Node::as_str);
    match says("type") {
        Some("string") => says("format") != Some("password") && schema.get("enum").is_none(),
        Some("array") => schema.get("items").is_some_and(|items| {
            index.resolve(items).is_some_and(|items| {
                let says = |field: &str| items.get(field).and_then(Node::as_str);
                says("type") == Some("string") && says("format") != Some("password")
            })
        }),
        _ => false,
    }
}

/// What kind of real secret a text looks like.
pub fn looks_like(text: &str) -> Option<&'static str> {
    // Each text after the first follows the start of a heading.
    if text.split("-----BEGIN ").skip(1).any(is_private_key) {
        return Some("a private key");
    }
    let token = |prefix: &str, least: usize| {
        // Most texts are too short.
        let is_long = text.len() >= prefix.len() + least;
        let rest = is_long.then(|| text.strip_prefix(prefix)).flatten()?;
        let is_token = rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
        (is_token && entropy(rest) > 3.0).then_some(())
    };
    let known = [
        ("AKIA", 16, "an AWS access key"),
        ("ghp_", 36, "a GitHub token"),
        ("github_pat_", 22, "a GitHub token"),
        ("glpat-", 20, "a GitLab token"),
        ("xoxb-", 20, "a Slack token"),
        ("xoxp-", 20, "a Slack token"),
        ("sk_live_", 24, "a Stripe key"),
        ("rk_live_", 24, "a Stripe key"),
        ("AIza", 35, "a Google API key"),
    ];
    let prefixed = known.iter().find(|(prefix, least, _)| token(prefix, *least).is_some());
    prefixed.map(|(.., what)| *what).filter(|_| !is_placeholder(text))
}

/// Returns whether a text that follows `-----BEGIN ` has so many characters of a private key that they are
/// not only its public start.
fn is_private_key(text: &str) -> bool {
    let Some((label, key)) = text.split_once("-----") else { return false };
    let Some(algorithm) = label.strip_suffix("PRIVATE KEY") else { return false };
    let is_base64 = |char: char| char.is_ascii_alphanumeric() || "+/=".contains(char);
    // A pattern or a sentence about keys has no line of one.
    let longest = |line: &&str| line.split(|char| !is_base64(char)).map(str::len).max();
    let body = key.split("-----END").next().unwrap_or_default();
    let lines = body.split(|char: char| char.is_whitespace() || char == '\\');
    let lines: Vec<_> = lines.filter(|line| longest(line) >= Some(40)).collect();
    // A key of more than 255 bytes, such as any of RSA, starts so, and its public part comes first.
    let is_long = lines.first().is_some_and(|line| line.trim_start_matches('n').starts_with("MII"));
    let least = match algorithm {
        "OPENSSH " => 300,
        "RSA " | "DSA " => 400,
        _ if is_long => 400,
        _ => 40,
    };
    lines.iter().filter_map(longest).sum::<usize>() >= least
        && !lines.iter().any(|line| is_placeholder(line))
}

/// Returns whether a text contains a word that marks it as a placeholder of a secret.
fn is_placeholder(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    [
        "example", "sample", "dummy", "fake", "xxxx", "****", "...", "your", "1234567", "abcdefg",
        "redacted",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// The information in a text, in bits a byte.
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    let share = |count: &u32| f64::from(*count) / text.len() as f64;
    let present = counts.iter().filter(|count| **count > 0);
    present.map(share).map(|share| -share * share.log2()).sum()
}
