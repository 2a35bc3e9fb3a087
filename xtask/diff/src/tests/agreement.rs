//! What another tool calls breaking, and what we call so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use spec::{Document, Source};

use super::{Change, Level, compare, line};

/// The worst that a change means to requests and responses; the other tool knows nothing of Rust.
fn on_the_wire(change: &Change) -> Level {
    change.impact.requests.max(change.impact.responses)
}

/// The verdict on two documents, and the changes that it comes from.
fn check(base: &Path, head: &Path) -> (Level, Vec<String>) {
    let [base, head] = [base, head].map(|path| Source::read(path).expect("a file"));
    let [base, head] = [&base, &head].map(|source| Document::parse(source).expect("a document"));
    let changes = compare(&base, &head);
    let worst = changes.iter().map(on_the_wire).max().unwrap_or_default();
    let lines = changes.iter().filter(|change| on_the_wire(change) == worst).map(line);
    (worst, lines.collect())
}

#[test]
#[ignore = "reads the folder in PAIRS, which has pairs of documents with the findings of oasdiff"]
fn the_verdicts_of_oasdiff_and_ours() {
    let folder = PathBuf::from(std::env::var("PAIRS").expect("PAIRS names a folder"));
    let index = std::fs::read_to_string(folder.join("index.json")).expect("an index");
    let index: Value = serde_json::from_str(&index).expect("JSON");
    let mut table: BTreeMap<(&str, Level), usize> = BTreeMap::new();
    let mut disagreements: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let cases = index["cases"].as_array().expect("cases");
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a text");
        let (ours, lines) = check(&folder.join(text("base")), &folder.join(text("revision")));
        *table.entry((text("verdict"), ours)).or_default() += 1;
        if (text("verdict") == "error") != (ours == Level::Breaking) {
            let findings = case["findings"].as_array().expect("findings");
            let ids = findings.iter().filter(|finding| finding["level"] == case["verdict"]);
            let ids: Vec<_> = ids.filter_map(|finding| finding["id"].as_str()).collect();
            let group = format!("{} {ids:?}, we: {lines:?}", text("verdict"));
            disagreements.entry(group).or_default().push(text("id"));
        }
    }
    for ((theirs, ours), count) in table {
        println!("{theirs} and {}: {count}", ours.name());
    }
    let count: usize = disagreements.values().map(Vec::len).sum();
    println!("{} of {} agree", cases.len() - count, cases.len());
    for (group, ids) in disagreements {
        println!("{} {group}", ids.join(" "));
    }
}
