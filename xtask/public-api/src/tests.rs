//! Listings of crates of a few lines.

use std::collections::BTreeSet;

use super::listing::Listing;
use super::{Files, ParsedCrate};

/// Lists the public API of a crate, and compares the foreign crates in it.
fn check(files: &Files, foreign: &[&str], lines: &[&str]) {
    let parsed = ParsedCrate::parse(files).expect("a crate that compiles");
    let api = Listing::new(&parsed);
    let parts = api.parts.iter().filter(|part| !part.foreign.is_empty());
    let found: Vec<_> = parts.map(|part| (part.line(), &part.foreign)).collect();
    let crates: BTreeSet<_> = found.iter().flat_map(|(_, crates)| *crates).collect();
    assert_eq!(crates.into_iter().collect::<Vec<_>>(), foreign, "{found:#?}");
    let text = api.to_string();
    for line in lines {
        assert!(text.lines().any(|other| other == *line), "no line `{line}` in\n{text}");
    }
}

#[test]
fn public_foreign_types_are_marked() {
    let root = "mod thing; pub use thing::Thing; pub use bytes::Bytes;";
    let thing = "
        use reqwest::Url as Address;
        use tokio::time::Instant;

        pub struct Thing { pub address: Address, key: hmac::Mac }
        impl Thing {
            pub fn raw(&self, names: &[http::HeaderName]) -> std::io::Result<()> { todo!() }
            fn private(&self, at: Instant) {}
        }
        impl From<progenitor_client::Error> for Thing {
            fn from(error: progenitor_client::Error) -> Self { todo!() }
        }
        impl Deref for Thing { type Target = hyper::Body; }
        pub struct Unreachable { pub private: tokio::time::Instant }
    ";
    let files = [("lib.rs", root), ("thing.rs", thing)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    check(
        &files,
        &["bytes", "http", "hyper", "progenitor_client", "reqwest"],
        &[
            "pub use bytes::Bytes; // names bytes",
            "pub struct Thing { pub address: reqwest::Url } // names reqwest",
        ],
    );
}

#[test]
fn globs_of_enums_and_foreign_crates_are_passed_over() {
    let root = "
        pub use kind::Kind::*;
        use bytes::*;
        use http::{header::*, *};
        mod kind { pub enum Kind { A } pub struct Found; use self::Kind::*; use super::*; }
        use kind::*;
        pub fn call(found: Found, other: Unknown, foreign: tls::Config) {}
    ";
    check(
        &[("lib.rs".to_owned(), root.to_owned())].into(),
        &["tls"],
        &["pub fn call(found: Found, other: Unknown, foreign: tls::Config) // names tls"],
    );
}

#[test]
fn parse_errors_name_file_or_module() {
    for (text, expected) in [
        ("pub fn broken(", "lib.rs: "),
        ("mod missing;", "missing.rs: the file of this module is missing"),
        (
            "macro_rules! id { ($n:ident) => { fn } } mod inner { id!(A); }",
            "crate::inner: expected `id!` to declare types",
        ),
    ] {
        let files = [("lib.rs".to_owned(), text.to_owned())].into();
        let error = ParsedCrate::parse(&files).err().expect("an error").to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}
