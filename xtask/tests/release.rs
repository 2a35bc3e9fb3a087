//! The release gate, `cargo xtask diff --fail-on version`, in a repository with one release.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Small, version: 0.1.0}
paths: {/apps: {get: {operationId: ListApps, responses: {'200': {description: The apps.}}}}}
";

const BREAKING: (&str, &str) = ("ListApps", "ListApigApps");
const COMPATIBLE: (&str, &str) = ("'200'", "'404': {description: None.}, '200'");

fn manifest(version: &str) -> String {
    format!("[workspace.package]\nversion = \"{version}\"\n")
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    // Where cargo tells xtask that it is.
    command.env("CARGO_MANIFEST_DIR", folder.join("xtask"));
    command.args(arguments).current_dir(folder).output().expect("the command runs")
}

/// Releases `old`, makes a change, and asks the gate with `new` in Cargo.toml and this changelog.
fn check(old: &str, change: (&str, &str), new: &str, changelog: &str, code: i32, parts: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let write = |name: &str, text: &str| fs::write(path.join(name), text).expect("a file");
    write("openapi.yaml", DOCUMENT);
    write("Cargo.toml", &manifest(old));
    for arguments in [
        "init --quiet",
        "add .",
        "-c user.name=a -c user.email=a@b commit --quiet --message release",
        "tag v0",
    ] {
        let output = run(path, "git", &arguments.split(' ').collect::<Vec<_>>());
        assert!(output.status.success(), "{output:?}");
    }
    write("openapi.yaml", &DOCUMENT.replace(change.0, change.1));
    write("Cargo.toml", &manifest(new));
    write("CHANGELOG.md", changelog);
    let output = run(path, env!("CARGO_BIN_EXE_xtask"), &["diff", "--fail-on", "version"]);
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    assert_eq!(output.status.code(), Some(code), "{printed}");
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
}

const LOGGED: &str = "# Changelog\n\n## Unreleased\n\n- The id of an operation.\n";
const EMPTY: &str = "# Changelog\n\n## Unreleased\n";

#[test]
fn breaking_change_needs_a_greater_version() {
    check("0.1.0", BREAKING, "0.1.0", LOGGED, 1, &["0.1.0 to 0.2.0", "Cargo.toml has 0.1.0 only"]);
    check("0.1.0", BREAKING, "0.1.1", LOGGED, 1, &["Cargo.toml has 0.1.1 only"]);
    check("0.1.0", BREAKING, "0.2.0", LOGGED, 0, &[]);
    check("1.4.2", BREAKING, "1.5.0", LOGGED, 1, &["1.4.2 to 2.0.0"]);
    check("1.4.2", BREAKING, "2.0.0", LOGGED, 0, &[]);
}

#[test]
fn compatible_change_needs_a_patch_version() {
    check("0.1.0", COMPATIBLE, "0.1.0", LOGGED, 1, &["0.1.0 to 0.1.1"]);
    check("0.1.0", COMPATIBLE, "0.1.1", LOGGED, 0, &[]);
    check("1.4.2", COMPATIBLE, "1.4.3", LOGGED, 1, &["1.4.2 to 1.5.0"]);
}

#[test]
fn change_needs_an_entry_in_the_changelog() {
    check("0.1.0", BREAKING, "0.2.0", EMPTY, 1, &["CHANGELOG.md has no entry"]);
}

#[test]
fn pre_release_has_the_changes_of_its_version() {
    let parts = ["Cargo.toml has 0.2.0-rc.1", "CHANGELOG.md has an entry"];
    check("0.1.0", BREAKING, "0.2.0-rc.1", LOGGED, 0, &parts);
    for version in ["0.2.0", "[0.2.0-rc.1] - 2026-11-27"] {
        check("0.1.0", BREAKING, "0.2.0-rc.1", &LOGGED.replace("Unreleased", version), 0, &parts);
    }
    check("0.1.0", BREAKING, "0.2.0-rc.1", &LOGGED.replace("Unreleased", "0.1.0"), 1, &[]);
}

#[test]
fn no_change_needs_no_version() {
    check("0.1.0", ("", ""), "0.1.0", EMPTY, 0, &["no version bump"]);
}
