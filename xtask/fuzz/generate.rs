//! Nothing in a document stops what prepares it for progenitor, or keeps that busy.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| xtask::lower_bytes(bytes));
