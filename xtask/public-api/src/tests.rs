//! Listings of crates of a few lines.

use std::collections::BTreeSet;

use super::listing::Listing;
use super::{Files, ParsedCrate, Source};

/// Returns the files of a crate.
fn files<const N: usize>(texts: [(&str, &str); N]) -> Files {
    texts.map(|(name, text)| (name.to_owned(), Source::Text(text.to_owned()))).into()
}

/// Lists the public API of a crate, and compares the foreign crates in it.
fn check(files: Files, foreign: &[&str], lines: &[&str]) {
    let parsed = ParsedCrate::parse(files).expect("a crate that compiles");
    let api = Listing::new(&parsed);
    let parts = api.parts.iter().filter(|part| !part.foreign.is_empty());
    let found: Vec<_> = parts.map(|part| (&part.line, &part.foreign)).collect();
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
    check(
        files([("lib.rs", root), ("thing.rs", thing)]),
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
        files([("lib.rs", root)]),
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
        let error =
            ParsedCrate::parse(files([("lib.rs", text)])).err().expect("an error").to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn literals_and_comments_do_not_end_functions() {
    let root = r##"
        pub fn all<'a>(text: &'a str, found: fn(u8) -> [u8; 2]) -> bool where u8: Copy {
            let _ = ("}\\", '}', '\'', b'}', r"}\", r#"}"}"#, br"}", '\u{7d}', r#fn); // }
            /* } /* } */ } */ loop { fn inner() {} break 'a; }
        }
        pub struct After { pub field: fn(u8), pub other: u8 /* } */ }
        pub mod inner { pub struct Braces { pub field: u8 } }
        pub trait Last { fn declared(); fn provided() { "{" } /** { */ type A; }
    "##;
    check(
        files([("lib.rs", root)]),
        &[],
        &[
            "pub fn all<'a>(text: &'a str, found: fn(u8) -> [u8; 2]) -> bool where u8: Copy,",
            "pub struct After { pub field: fn(u8) }",
            "pub struct After { pub other: u8 }",
            "pub struct inner::Braces { pub field: u8 }",
            "pub trait Last { type A; }",
        ],
    );
}

#[test]
fn items_and_text_have_the_same_listing() {
    let text = r#"
        /// A type.
        pub struct Thing {
            /// A field.
            pub field: Vec<u8>,
        }
        pub enum Kind { A { /** A field. */ field: u8 } }
        impl Iterator for Thing {
            /// A type.
            type Item = u8;
            fn next(&mut self) -> Option<u8> { None }
        }
        impl Thing { /** A method. */ pub fn call(self) { let _ = self; } }
    "#;
    let items = syn::parse_file(text).expect("valid Rust").items;
    let of_items = Files::from([("lib.rs".to_owned(), Source::Items(items))]);
    let [of_items, of_text] = [of_items, files([("lib.rs", text)])]
        .map(|files| super::list(&ParsedCrate::parse(files).expect("a crate that compiles")));
    assert_eq!(of_items, of_text);
    assert!(of_items.contains("pub enum Kind { A { field: u8 } }"), "{of_items}");
}
