//! `cargo xtask diff`, run as its users run it.

use std::fs;
use std::path::Path;
use std::process::Command;

const BASE: &str = "\
openapi: 3.0.3
info: {title: Small, version: 0.1.0}
paths:
  /apps:
    get:
      operationId: ListApps
      parameters:
        - {name: limit, in: query, schema: {type: string, maxLength: 9}}
      responses:
        '200': {description: The apps.}
";

/// Compares `BASE` with what replacing `from` by `to` makes of it.
fn check(from: &str, to: &str, arguments: &[&str], code: i32, parts: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a document");
        path
    };
    let (base, head) = (file("base.yaml", BASE), file("head.yaml", &BASE.replace(from, to)));
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("diff")
        .args([base, head])
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("the command runs");
    let [out, err] =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let printed = out + &err;
    assert_eq!(output.status.code(), Some(code), "{printed}");
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
}

#[test]
fn a_document_is_like_itself() {
    check("", "", &[], 0, &["0 changes", "no version bump"]);
}

#[test]
fn a_change_has_its_places_and_verdicts() {
    let parts = [
        "`maxLength` of parameter `limit` was 9, is 5",
        "head.yaml:8:",
        "base.yaml:8:",
        "requests breaking",
    ];
    check("maxLength: 9", "maxLength: 5", &[], 0, &parts);
    let parts = ["[operation-id-changed]", "source breaking", "at least a minor bump before 1.0"];
    check("ListApps", "ListApigApps", &[], 0, &parts);
}

#[test]
fn a_gate_fails_on_what_it_is_for() {
    check("ListApps", "ListApigApps", &["--fail-on", "breaking"], 1, &["breaking"]);
    check("The apps.", "All apps.", &["--fail-on", "breaking"], 0, &[]);
}

#[test]
fn what_is_no_document_says_where() {
    check("info: {", "info: [", &[], 2, &["head.yaml:3:"]);
}
