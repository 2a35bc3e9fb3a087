//! The time to compare documents grows as their size does.

use std::time::{Duration, Instant};

use serde_json::Value;
use spec::{Document, Source};

use super::compare;
use super::real::own;

/// Our document this many times in one, each time with other paths and names.
fn repeated(times: usize) -> Value {
    let own = own();
    let mut document = own.clone();
    for number in 1..times {
        let text = own.to_string();
        let mut parts = text.split("\"$ref\":\"");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            text += "\"$ref\":\"";
            text += &part.replacen('"', &format!("-{number}\""), 1);
        }
        let copy: Value = serde_json::from_str(&text).expect("JSON");
        for (path, item) in copy["paths"].as_object().expect("paths") {
            document["paths"][format!("/{number}{path}")] = item.clone();
        }
        for (kind, named) in copy["components"].as_object().expect("components") {
            for (name, value) in named.as_object().expect("names") {
                document["components"][kind][format!("{name}-{number}")] = value.clone();
            }
        }
    }
    document
}

/// The shortest of several times to read two documents and to compare them.
fn time(base: &str, head: &str) -> (Duration, usize) {
    let run = || {
        let start = Instant::now();
        let [base, head] = [Source::new("base.json", base), Source::new("head.json", head)];
        let [base, head] = [&base, &head].map(|source| Document::parse(source).expect("JSON"));
        let changes = compare(&base, &head).len();
        (start.elapsed(), changes)
    };
    (0..3).map(|_| run()).min().expect("a run")
}

#[test]
#[ignore = "takes a minute unless it is built with --release"]
fn the_time_grows_as_the_document_does() {
    let mut slowness = Vec::new();
    for times in [1, 20, 61, 243] {
        let base = repeated(times).to_string();
        // Every copy has changes.
        let head = base.replace("\"maxLength\":255", "\"maxLength\":200");
        let (elapsed, changes) = time(&base, &head);
        let megabytes = base.len() as f64 / 1e6;
        let millis = elapsed.as_secs_f64() * 1e3;
        println!(
            "{} operations, {megabytes:.2} MB: {changes} changes, {millis:.1} ms, {:.1} ms for a MB",
            20 * times,
            millis / megabytes
        );
        slowness.push(millis / megabytes);
    }
    let [_, small, .., large] = slowness[..] else { panic!("too few sizes") };
    assert!(large < 3.0 * small, "{slowness:?} ms for a MB");
}
