//! The signer against the official one and against a second reading of the rules.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde::Deserialize;

use super::*;

/// What the Python signer of Huawei's SDK 3.1.219 made of a request. The keys are invented, but for
/// the sample of the signing guide.
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
    canonical: String,
    authorization: String,
}

#[test]
fn the_official_vectors_are_reproduced() {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("vectors.json")).unwrap();
    assert_eq!(vectors.len(), 11);
    vectors.iter().for_each(check_vector);
}

fn check_vector(vector: &Vector) {
    let is_date = |name: &str| name.eq_ignore_ascii_case(DATE_HEADER);
    let (_, date) = vector.headers.iter().find(|(name, _)| is_date(name)).unwrap();
    let headers = vector.headers.iter().filter(|(name, _)| !is_date(name));
    let headers: Vec<_> = headers.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let request = Request {
        method: &vector.method,
        path: &vector.path,
        query: &canonical_query(vector.query.iter().map(|(name, value)| (name, value))),
        headers: &headers,
        body: vector.body.as_bytes(),
    };
    let signed = canonical_headers(&headers, date);
    let names: Vec<_> = signed.iter().map(|(name, _)| name.as_str()).collect();
    let canonical = canonical_request(&request, &signed, &names.join(";"));
    assert_eq!(canonical, vector.canonical, "{}", vector.name);
    let authorization = sign(&request, &vector.access, &vector.secret, date);
    assert_eq!(authorization, vector.authorization, "{}", vector.name);
}

#[test]
fn ten_thousand_requests_are_signed_as_a_second_reading_of_the_rules_has_it() {
    let mut rng = Rng::with_seed(20_191_115);
    for _ in 0..10_000 {
        check_plain(&Plain::random(&mut rng), &mut rng);
    }
}

fn check_plain(plain: &Plain, rng: &mut Rng) {
    let path = plain.path_on_wire(rng);
    let mut url = reqwest::Url::parse("https://host/").unwrap();
    url.query_pairs_mut().extend_pairs(&plain.query);
    let headers: Vec<_> =
        plain.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let request = Request {
        method: &plain.method,
        path: &path,
        query: &canonical_query(url.query_pairs()),
        headers: &headers,
        body: &plain.body,
    };
    let authorization = sign(&request, "access", &plain.secret, "20240102T030405Z");
    assert_eq!(authorization, plain.authorization("20240102T030405Z"), "{plain:?}");
}

/// A request before anything in it is encoded, and the rules once more: what is known of a request
/// is written down encoded, where the signer has to decode and sort first.
#[derive(Debug)]
struct Plain {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    secret: String,
}

impl Plain {
    fn random(rng: &mut Rng) -> Self {
        let mut names = ["Host", "content-type", "X-Project-Id", "X-Sdk-Content-Sha256", "a-b"];
        rng.shuffle(&mut names);
        let header = |name: &str, rng: &mut Rng| (name.to_owned(), format!("  {:x} ", rng.u64(..)));
        Self {
            headers: names[..rng.usize(0..5)].iter().map(|name| header(name, rng)).collect(),
            method: rng.choice(["get", "POST", "Put", "DELETE"]).unwrap().to_owned(),
            path: format!("/{}", words(rng).join("/")),
            query: words(rng).into_iter().map(|name| (name, word(rng))).collect(),
            body: word(rng).into_bytes(),
            secret: word(rng).repeat(10),
        }
    }

    /// Encodes what has to be, some of the rest, and in hex digits of either case.
    fn path_on_wire(&self, rng: &mut Rng) -> String {
        let mut wire = String::new();
        for byte in self.path.bytes() {
            match byte {
                b'/' => wire.push('/'),
                b'a'..=b'z' if rng.bool() => wire.push(byte.into()),
                _ if rng.bool() => wire += &format!("%{byte:02X}"),
                _ => wire += &format!("%{byte:02x}"),
            }
        }
        wire
    }

    fn authorization(&self, date: &str) -> String {
        let mut canonical = format!("{}\n", self.method.to_uppercase());
        canonical += &self.path.split('/').map(escaped).collect::<Vec<_>>().join("/");
        canonical += if self.path.ends_with('/') { "\n" } else { "/\n" };
        let mut query = self.query.clone();
        query.sort_by(|(a, x), (b, y)| a.chars().cmp(b.chars()).then(x.chars().cmp(y.chars())));
        for (index, (name, value)) in query.iter().enumerate() {
            let separator = if index == 0 { "" } else { "&" };
            canonical += &format!("{separator}{}={}", escaped(name), escaped(value));
        }
        let mut headers = BTreeMap::from([("x-sdk-date".to_owned(), date)]);
        headers
            .extend(self.headers.iter().map(|(name, value)| (name.to_lowercase(), value.trim())));
        for (name, value) in &headers {
            canonical += &format!("\n{name}:{value}");
        }
        let names = headers.keys().cloned().collect::<Vec<_>>().join(";");
        let hash = match headers.get("x-sdk-content-sha256") {
            Some(given) if !self.body.is_empty() => (*given).to_owned(),
            _ => digits(&Sha256::digest(&self.body)),
        };
        canonical += &format!("\n\n{names}\n{hash}");
        let text = format!("SDK-HMAC-SHA256\n{date}\n{}", digits(&Sha256::digest(&canonical)));
        let signature = digits(&rfc_2104(self.secret.as_bytes(), text.as_bytes()));
        format!("SDK-HMAC-SHA256 Access=access, SignedHeaders={names}, Signature={signature}")
    }
}

fn words(rng: &mut Rng) -> Vec<String> {
    (0..rng.usize(0..5)).map(|_| word(rng)).collect()
}

/// Of what tends to go wrong: reserved characters, signs which a form encodes in its own way,
/// percent signs that look like an encoding, and more than one byte per character.
fn word(rng: &mut Rng) -> String {
    const CHARACTERS: [char; 24] = [
        'a', 'Z', '0', '-', '_', '.', '~', ' ', '+', '%', '2', 'F', '&', '=', ';', '?', '#', ':',
        '@', '*', '\'', 'ü', '测', '🔑',
    ];
    (0..rng.usize(0..8)).map(|_| CHARACTERS[rng.usize(..CHARACTERS.len())]).collect()
}

fn escaped(text: &str) -> String {
    let escape = |byte: u8| match char::from(byte) {
        bare if bare.is_ascii_alphanumeric() || "-_.~".contains(bare) => bare.to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

fn digits(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// HMAC as its RFC has it: a hash within a hash, each with the key in front.
fn rfc_2104(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0; 64];
    match key.len() {
        0..=64 => block[..key.len()].copy_from_slice(key),
        _ => block[..32].copy_from_slice(&Sha256::digest(key)),
    }
    let inner = Sha256::digest([&block.map(|byte| byte ^ 0x36), text].concat());
    Sha256::digest([block.map(|byte| byte ^ 0x5c).as_slice(), &inner].concat()).to_vec()
}
