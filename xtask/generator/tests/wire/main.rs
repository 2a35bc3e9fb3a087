//! The bytes that a generated client sends, for documents that ours does not resemble.
//!
//! `document.yaml` has an operation for each case; `program.rs` makes the calls against a server of
//! its own and compares the bytes of each request.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[test]
#[ignore = "compiles the dependencies of a client with other features, which takes a minute"]
fn requests_are_what_the_document_says() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wire");
    copy(&Path::new(ROOT).join("client/src"), &folder.join("client/src"));
    without_rotations(&folder.join("client/src/lib.rs"));
    let document = Path::new(ROOT).join("xtask/generator/tests/wire/document.yaml");
    let mut generate = Command::new(env!("CARGO_BIN_EXE_generator"));
    generate.current_dir(ROOT).args(["generate", "--spec"]).arg(document).arg("--out").arg(&folder);
    succeed(generate.output().expect("the command runs"));
    write(&folder.join("client/examples/program.rs"), include_str!("program.rs"));
    workspace(&folder);
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(&folder).args(["run", "--offline", "--features", "blocking", "--example"]);
    cargo.arg("program").env("CARGO_TARGET_DIR", Path::new(ROOT).join("target"));
    succeed(cargo.output().expect("cargo runs"));
}

#[track_caller]
fn succeed(output: Output) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stdout));
}

/// Writes the manifests of a workspace with the client alone, without what its tests need.
fn workspace(folder: &Path) {
    let root = read(&Path::new(ROOT).join("Cargo.toml"));
    let (head, members) = root.split_once("members = [").expect("members");
    let (_, rest) = members.split_once(']').expect("the end of the members");
    write(&folder.join("Cargo.toml"), &format!("{head}members = [\"client\"]{rest}"));
    write(&folder.join("Cargo.lock"), &read(&Path::new(ROOT).join("Cargo.lock")));
    let client = read(&Path::new(ROOT).join("client/Cargo.toml"));
    let (_, features) = client.split_once("[features]").expect("features");
    let (features, _) = features.split_once("[dev-dependencies]").expect("dependencies");
    let package = "[package]\nname = \"wire\"\nedition.workspace = true\n\n\
                   [lib]\nname = \"modelarts_app_auth\"\n\n[features]";
    write(&folder.join("client/Cargo.toml"), &format!("{package}{features}"));
}

/// Removes the rotations, which need operations of our document.
fn without_rotations(lib: &Path) {
    let text = read(lib);
    let (before, rest) = text.split_once("pub use rotation::{").expect("an export");
    let (_, after) = rest.split_once("};\n").expect("its end");
    write(lib, &[before, after].concat().replace("mod rotation;\n", ""));
}

/// Copies the sources that no document decides.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let from: PathBuf = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        match from.is_dir() {
            true if from.ends_with("generated") => {}
            true => copy(&from, &to),
            false => write(&to, &read(&from)),
        }
    }
}

/// Writes a file, unless it has that text already and would only be compiled again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
