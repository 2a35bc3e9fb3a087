//! The public API of the client, and the crates its types are from.

mod listing;
mod macros;
mod modules;
mod parts;

use std::collections::BTreeSet;
use std::path::Path;

use self::listing::PublicApi;
use self::modules::{Files, Modules};

/// The sources of the client.
fn sources() -> Files {
    let mut files = Files::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../client/src");
    let mut directories = vec![source.clone()];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&source).expect("below").display().to_string();
                files.insert(name, std::fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    files
}

/// Lists the public API of a crate, and compares the foreign crates in it.
fn check(files: &Files, foreign: &[&str]) -> Vec<String> {
    let modules = Modules::read(files);
    let PublicApi { lines, .. } = PublicApi::of(&modules);
    let found: Vec<_> = lines.iter().filter(|(_, crates)| !crates.is_empty()).collect();
    let crates: BTreeSet<_> =
        found.iter().flat_map(|(_, crates)| *crates).map(String::as_str).collect();
    assert_eq!(crates, foreign.iter().copied().collect(), "{found:#?}");
    lines.into_keys().collect()
}

#[test]
fn the_public_api_has_no_foreign_types() {
    let lines = check(&sources(), &[]);
    println!("{}", lines.join("\n"));
    for part in [
        "Client: impl Client { pub fn show_apig_app(&self, app_id: impl Into<crate::AppId>) -> ShowApigApp }",
        "Response: impl<T> Deref for Response<T> { type Target = T; }",
        "types::ApigAppDetailInfo: pub struct ApigAppDetailInfo { pub app_secret: ::std::option::Option<crate::Secret> }",
        "AppType: pub enum AppType { DedicateApig }",
        "AppId: impl AppId { pub fn as_str(&self) -> &str }",
    ] {
        assert!(lines.iter().any(|line| line == part), "no line {part}");
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
    check(&files, &["bytes", "http", "hyper", "progenitor_client", "reqwest"]);
}
