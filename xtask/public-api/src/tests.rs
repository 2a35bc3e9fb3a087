//! The public API names nothing that is not the client's own.

use std::collections::BTreeSet;

use super::{Files, Modules, PublicApi};

/// Lists the public API of a crate, and compares the foreign crates in it.
fn check(files: &Files, foreign: &[&str], lines: &[&str]) {
    let modules = Modules::read(files).expect("a crate that compiles");
    let api = PublicApi::of(&modules);
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
fn a_foreign_type_is_found_where_it_is_public() {
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
fn what_does_not_parse_is_told_by_file() {
    let files = [("lib.rs".to_owned(), "pub fn broken(\n".to_owned())].into();
    let error = Modules::read(&files).err().expect("an error");
    assert!(error.starts_with("lib.rs: "), "{error}");
}
