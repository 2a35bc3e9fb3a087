//! How a generated client reads responses of every form: the client of `document.yaml` is compiled
//! in a copy of the workspace, and `program.rs` is run as one of its tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders and files that cargo needs to resolve the workspace.
const COPIED: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "client",
    "features",
    "mock",
    "openapi.yaml",
    "spec",
    "tests",
    "xtask",
];

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Copies a folder or a file. What has not changed is left as it is, so that it is not compiled again.
fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        for entry in fs::read_dir(from).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            if name != "target" && name != "generated" {
                copy(&from.join(&name), &to.join(&name));
            }
        }
        return;
    }
    let text = fs::read(from).expect("a file");
    write(to, &text);
}

fn write(path: &Path, text: &[u8]) {
    if fs::read(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// The root of the client without rotations, which are written by hand for operations of our own
/// document.
fn without_rotations(lib: &str) -> String {
    let (before, rest) = lib.split_once("pub use rotation::{").expect("the rotations");
    let (_, after) = rest.split_once("};\n").expect("the end of the rotations");
    [before, after].concat().replace("mod rotation;\n", "")
}

/// Generates the client of a document into a copy of the workspace of this name.
fn generate(name: &str, document: &str) -> PathBuf {
    let copied = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for name in COPIED {
        copy(&workspace().join(name), &copied.join(name));
    }
    let lib = fs::read_to_string(workspace().join("client/src/lib.rs")).expect("the client");
    write(&copied.join("client/src/lib.rs"), without_rotations(&lib).as_bytes());
    let generated = Command::new(env!("CARGO_BIN_EXE_generator"))
        .args(["generate", "--out"])
        .arg(&copied)
        .arg("--spec")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/responses").join(document))
        .output()
        .expect("the command runs");
    assert!(generated.status.success(), "{}", String::from_utf8_lossy(&generated.stderr));
    copied
}

/// Runs cargo for the client of a copy of the workspace. The compiler must not warn.
fn cargo(copied: &Path, arguments: &[&str]) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target directory");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--package", "modelarts-app-auth", "--target-dir"])
        .arg(target)
        .current_dir(copied)
        .env("CARGO_INCREMENTAL", "0")
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("cargo runs");
    let printed =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let printed = printed.concat();
    assert!(output.status.success(), "{printed}");
    assert!(!printed.contains("warning: "), "{printed}");
}

#[test]
fn generated_client_reads_responses_of_every_form() {
    let copied = generate("responses", "document.yaml");
    let program = copied.join("client/tests/generated_responses.rs");
    write(&program, include_bytes!("program.rs"));
    cargo(&copied, &["test", "--test", "generated_responses"]);
}

#[test]
fn client_of_a_document_without_json_bodies_has_no_warnings() {
    let copied = generate("responses-small", "small.yaml");
    cargo(&copied, &["check", "--features", "blocking"]);
}
