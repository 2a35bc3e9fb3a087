//! Files that several packages need, of which each has a copy: no package reads files outside its
//! folder.

use std::fs;
use std::path::Path;

#[test]
fn client_and_mock_server_have_the_same_signing_vectors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| fs::read(root.join(path)).expect(path);
    let (original, copy) =
        ("client/src/credentials/signing/vectors.json", "mock/src/authentication/vectors.json");
    let help = format!("the files differ\nhelp: run `cp {original} {copy}`");
    assert!(read(original) == read(copy), "{help}");
}
