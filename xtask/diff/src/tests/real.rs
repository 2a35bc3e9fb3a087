//! Documents of others: what only says the same is no change, and nothing makes `diff` panic.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;
use spec::{Document, Source};

use super::damage::damage;
use super::rewrites::REWRITINGS;
use super::{Level, compare, line};

/// Compares two documents in both directions, and gives the changes that are reported as lines.
fn changes(base: &str, head: &str) -> Vec<String> {
    let [base, head] = [Source::new("base.json", base), Source::new("head.json", head)];
    let [base, head] = [&base, &head].map(|source| Document::parse(source).expect("JSON"));
    let both = [compare(&base, &head), compare(&head, &base)];
    let reported = both.iter().flatten().filter(|change| change.impact.worst() > Level::None);
    reported.map(line).collect()
}

/// Says a document in other words, and tells how many places those are and what is found.
fn check(name: &str, document: &Value) -> [(usize, usize); REWRITINGS.len()] {
    let base = document.to_string();
    REWRITINGS.each_ref().map(|rewriting| {
        let mut head = document.clone();
        let places = (rewriting.rewrite)(&mut head);
        let found = changes(&base, &head.to_string());
        if let Some(first) = found.first() {
            println!("{name}, {}: {} changes, first {first}", rewriting.name, found.len());
        }
        (places, found.len())
    })
}

fn value(path: &Path) -> Option<Value> {
    let source = Source::read(path).ok()?;
    let document = Document::parse(&source).ok()?;
    let value = document.root().to_value();
    value["components"].is_object().then_some(value)
}

/// The documents below the folders that DOCUMENTS names, with a colon between them.
fn documents() -> Vec<(PathBuf, Value)> {
    let folders = std::env::var("DOCUMENTS").expect("DOCUMENTS names folders of documents");
    let mut paths: Vec<PathBuf> = folders
        .split(':')
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let documents = paths.into_iter().filter_map(|path| Some((path.clone(), value(&path)?)));
    documents.collect()
}

pub fn own() -> Value {
    value(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.yaml")))
        .expect("the document")
}

#[test]
fn our_document_in_other_words_is_the_same() {
    let found = check("openapi.yaml", &own());
    assert!(found.iter().all(|(_, changes)| *changes == 0), "{found:?}");
    let rewritten = found.iter().filter(|(places, _)| *places > 0).count();
    assert!(rewritten >= 5, "{found:?}");
}

#[test]
#[ignore = "reads the folders in DOCUMENTS"]
fn a_document_in_other_words_is_the_same() {
    let documents = documents();
    let mut total = [(0, 0, 0); REWRITINGS.len()];
    for (path, document) in &documents {
        let found = check(&path.display().to_string(), document);
        for ((documents, places, changes), (more, new)) in total.iter_mut().zip(found) {
            *documents += usize::from(more > 0);
            *places += more;
            *changes += new;
        }
    }
    for (rewriting, (documents, places, changes)) in REWRITINGS.iter().zip(total) {
        println!("{}: {documents} documents, {places} places, {changes} changes", rewriting.name);
    }
    assert!(documents.len() >= 30, "only {} documents", documents.len());
    assert!(total.iter().all(|(.., changes)| *changes == 0), "changes were found");
}

#[test]
#[ignore = "reads the folders in DOCUMENTS, and damages their documents COUNT times"]
fn damaged_documents_make_nothing_panic() {
    let count = std::env::var("COUNT").ok().and_then(|count| count.parse().ok());
    let count: u64 = count.unwrap_or(1000);
    // Small documents have all there is in large ones, and more of them can be tried.
    let documents: Vec<String> = documents()
        .into_iter()
        .map(|(_, document)| document.to_string())
        .filter(|text| text.len() < 30_000)
        .collect();
    let start = Instant::now();
    let (mut found, mut unreadable) = (0, 0);
    for seed in 0..count {
        let mut random = fastrand::Rng::with_seed(seed);
        let base = random.choice(&documents).expect("documents");
        let head = damage(base, &mut random);
        let [base, head] = [Source::new("base.json", base), Source::new("head.json", head)];
        let base = Document::parse(&base).expect("JSON");
        let Ok(head) = Document::parse(&head) else {
            unreadable += 1;
            continue;
        };
        let seen = |base, head| {
            let changes = compare(base, head);
            changes.iter().map(|change| line(change).len()).filter(|length| *length > 0).count()
        };
        found += seen(&base, &head) + seen(&head, &base);
        assert_eq!(seen(&head, &head), 0, "seed {seed}: a document differs from itself");
    }
    println!(
        "{count} damaged documents of {}, {unreadable} of them no JSON, {found} changes, {:?}",
        documents.len(),
        start.elapsed()
    );
}
