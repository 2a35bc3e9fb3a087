//! Nothing in a document stops what prepares it for progenitor, or keeps that busy.

#![no_main]

use spec::{Document, Source};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let source = Source::from_bytes("fuzz.yaml", bytes.to_vec());
    let Ok(document) = Document::parse(&source) else { return };
    let found = lint::diagnostics(&document, |rule| rule.stops_generation);
    if found.is_empty() {
        generate::prepare(&document);
    }
});
