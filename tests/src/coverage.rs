//! Every documented example has a test, or `generate` says why not.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::generated::{TESTS, UNTESTED};
use crate::harness::check::document;

/// What is behind a value that may be a reference into the document.
fn behind<'v>(document: &'v Value, value: &'v Value) -> &'v Value {
    match value["$ref"].as_str() {
        Some(target) => document.pointer(&target[1..]).expect("a reference that leads somewhere"),
        None => value,
    }
}

/// The names of the JSON examples of a response; `empty` if it has no content.
fn names(response: &Value) -> Vec<String> {
    let content = response["content"].as_object().filter(|content| !content.is_empty());
    let Some(content) = content else { return vec!["empty".to_owned()] };
    let json = content.get("application/json").or_else(|| {
        content.iter().find(|(media_type, _)| spec::is_json(media_type)).map(|(_, json)| json)
    });
    let Some(json) = json else { return Vec::new() };
    let named = json["examples"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    named.chain(json.get("example").map(|_| "example".to_owned())).collect()
}

/// Every operation × status × example of the document, read without the code that lists the tests.
fn documented(document: &Value) -> BTreeSet<(String, String, String)> {
    let mut found = BTreeSet::new();
    for item in document["paths"].as_object().expect("paths").values() {
        for operation in item.as_object().expect("a path").values() {
            let Some(id) = operation["operationId"].as_str() else { continue };
            for (status, response) in operation["responses"].as_object().expect("responses") {
                for name in names(behind(document, response)) {
                    found.insert((id.to_owned(), status.clone(), name));
                }
            }
        }
    }
    found
}

#[test]
fn every_operation_status_and_example_has_a_test() {
    let document = document().root().to_value();
    let documented = documented(&document);
    let names = |list: &[(&str, &str, &str)]| -> BTreeSet<_> {
        let owned = list.iter().map(|(operation, status, name)| {
            ((*operation).to_owned(), (*status).to_owned(), (*name).to_owned())
        });
        owned.collect()
    };
    let (tested, left_out) = (names(TESTS), names(UNTESTED));
    let operations: BTreeSet<_> = documented.iter().map(|(operation, ..)| operation).collect();
    let statuses: BTreeSet<_> =
        documented.iter().map(|(operation, status, _)| (operation, status)).collect();
    println!(
        "{} operations, {} statuses, {} examples, {} tests",
        operations.len(),
        statuses.len(),
        documented.len(),
        TESTS.len()
    );
    let untested: Vec<_> = documented
        .iter()
        .filter(|name| !tested.contains(*name) && !left_out.contains(*name))
        .collect();
    assert!(untested.is_empty(), "without a test: {untested:?}; run `cargo xtask generate`");
    assert_eq!(tested.len(), TESTS.len(), "a test is listed twice");
}
