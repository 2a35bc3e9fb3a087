//! Counts what the document says and what is tested.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::check::document;
use crate::generated::TESTS;

/// What is behind a value that may be a reference into the document.
fn behind<'v>(document: &'v Value, value: &'v Value) -> &'v Value {
    match value["$ref"].as_str() {
        Some(target) => document.pointer(&target[1..]).expect("a reference that leads somewhere"),
        None => value,
    }
}

/// Every operation × status × example of the document, read without the code that lists the tests.
fn documented(document: &Value) -> BTreeSet<(String, String, String)> {
    let mut found = BTreeSet::new();
    for item in document["paths"].as_object().expect("paths").values() {
        for operation in item.as_object().expect("a path").values() {
            let Some(id) = operation["operationId"].as_str() else { continue };
            for (status, response) in operation["responses"].as_object().expect("responses") {
                let response = behind(document, response);
                let examples = response["content"]["application/json"]["examples"].as_object();
                let names = examples.map(|examples| examples.keys().map(String::as_str).collect());
                for name in names.unwrap_or(vec!["empty"]) {
                    found.insert((id.to_owned(), status.clone(), name.to_owned()));
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
    let tested: BTreeSet<_> = TESTS
        .iter()
        .map(|(operation, status, name)| {
            ((*operation).to_owned(), (*status).to_owned(), (*name).to_owned())
        })
        .collect();
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
    let untested: Vec<_> = documented.difference(&tested).collect();
    assert!(untested.is_empty(), "without a test: {untested:?}; run `cargo xtask generate`");
    assert_eq!(tested.len(), TESTS.len(), "a test is listed twice");
}
