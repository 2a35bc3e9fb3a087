//! Runs one pass over a small document, for the tests of the passes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::lowered::{Lowered, Replacement};

/// Compares the document after a pass with the expected one; returns the replaced schemas.
pub fn check(pass: fn(&mut Lowered), before: &str, after: &str) -> BTreeMap<String, Replacement> {
    let mut lowered = Lowered::of(read(before));
    pass(&mut lowered);
    let pretty = |value: &Value| serde_json::to_string_pretty(value).expect("JSON");
    assert_eq!(pretty(&lowered.document), pretty(&read(after)));
    lowered.replaced
}

/// Reads a part of a document.
pub fn read(text: &str) -> Value {
    let source = spec::Source::new("case.yaml", text);
    spec::Document::parse(&source).expect("a readable case").root().to_value()
}
