//! `cargo xtask diff --second-opinion`, with a cargo that names the generator which is built already.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

const BASE: &str = "\
openapi: 3.0.3
info: {title: Small, version: 0.1.0}
servers: [{url: 'https://a.example.com'}]
paths:
  /apps:
    get:
      operationId: ListApps
      parameters:
        - {name: b, in: query, required: true, schema: {type: string}}
        - {name: a, in: query, required: true, schema: {type: string}}
      responses:
        '200':
          description: The apps.
          content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
";

const ACCEPTED: &str = "\
- kind: property-removed
  at: /paths/~1apps/get/responses/200/content/application~1json/schema/properties/name
  reason: It was always empty.
";

/// Returns the exit status, the standard output and the standard error.
fn diff(head: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        path
    };
    let generator = env!("CARGO_BIN_EXE_generator");
    let accepted = file("accepted.yaml", ACCEPTED).display().to_string();
    let cargo = file("cargo", &format!("#!/bin/sh\necho '{{\"executable\": \"{generator}\"}}'\n"));
    fs::set_permissions(&cargo, PermissionsExt::from_mode(0o755)).expect("a program");
    let output = Command::new(generator)
        .args(["diff", "--second-opinion"])
        .args([file("base.yaml", BASE), file("head.yaml", head)])
        .args(arguments.iter().map(|text| text.replace("accepted.yaml", &accepted)))
        .env("CARGO", cargo)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .expect("the command runs");
    let [out, err] =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.code(), out, err)
}

#[test]
fn opinion_is_that_of_the_listings() {
    for (from, to, expected) in [
        ("The apps.", "All apps.", "second opinion: source none; the public API is the same\n"),
        (
            "{name: {type: string}}",
            "{name: {type: string}, size: {type: integer}}",
            "second opinion: source compatible; the public API has 1 line more\n",
        ),
        (
            "{name: {type: string}}",
            "{size: {type: integer}}",
            "second opinion: source breaking; the public API lost 1 line and got 1\n",
        ),
    ] {
        let (status, out, err) = diff(&BASE.replace(from, to), &[]);
        assert_eq!(status, Some(0), "{out}{err}");
        assert!(out.contains(expected), "no `{expected}` in\n{out}");
    }
}

#[test]
fn opinions_that_differ_are_told() {
    // Arguments of one type that are swapped compile, but call something else.
    let head = BASE.replace("name: b", "name: c").replace("name: a", "name: b");
    let head = head.replace("name: c", "name: a");
    let (_, out, err) = diff(&head, &[]);
    let told = "; the opinions differ: diff says that source is breaking\n";
    assert!(out.contains(told), "{out}{err}");
    let (_, out, err) = diff(&head, &["--format", "json"]);
    let told =
        "\"second_opinion\":{\"source\":\"none\",\"agrees\":false,\"removed\":[],\"added\":[]}";
    assert!(out.contains(told), "{out}{err}");
}

#[test]
fn document_without_a_client_has_no_second_opinion() {
    let head = BASE.replace("{name: a, in: query, required: true", "{name: a, in: cookie");
    let (status, out, err) = diff(&head, &[]);
    assert_eq!(status, Some(2), "{out}{err}");
    assert!(err.contains("parameter-cookie"), "{err}");
    assert!(err.contains("error: no second opinion on "), "{err}");
}

#[test]
fn opinion_on_an_accepted_change_does_not_fail() {
    let head = BASE.replace("{name: {type: string}}", "{size: {type: integer}}");
    let fail = ["--fail-on", "breaking"];
    let (status, out, err) = diff(&head, &fail);
    assert_eq!(status, Some(1), "{out}{err}");
    let (status, out, err) = diff(&head, &[&["--accepted", "accepted.yaml"], &fail[..]].concat());
    assert_eq!(status, Some(0), "{out}{err}");
    assert!(out.contains("second opinion: source breaking;"), "{out}");
}
