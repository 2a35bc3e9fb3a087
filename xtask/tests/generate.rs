//! `cargo xtask generate`, run as its users run it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const FILES: [&str; 4] = [
    "client/src/generated/api.rs",
    "client/src/generated/operations.rs",
    "client/src/generated/values.rs",
    "tests/src/generated.rs",
];

/// A document with one operation; what is generated from it has all of its names.
const SMALL: &str = "\
openapi: 3.0.3
info: {title: Small, version: 0.1.0}
paths:
  /v1/{project_id}/apps/{app_id}:
    get:
      operationId: ShowApp
      summary: Show an app
      parameters:
        - {name: project_id, in: path, required: true, schema: {type: string}, example: p}
        - {name: app_id, in: path, required: true, schema: {$ref: '#/components/schemas/AppId'}, example: a}
        - {name: verbose, in: query, schema: {type: boolean}, example: true}
      responses:
        '200':
          description: The app.
          x-promises: [/name]
          content:
            application/json:
              schema: {$ref: '#/components/schemas/App'}
              examples: {documented: {value: {name: a}}}
components:
  schemas:
    AppId: {type: string, description: ID of an app.}
    App: {type: object, properties: {name: {type: string}}}
";

/// Runs the command and looks for `parts` in what it prints.
fn check(arguments: &[&str], code: i32, parts: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("generate")
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("the command runs");
    let printed =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let printed = printed.concat();
    assert_eq!(output.status.code(), Some(code), "{printed}");
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
    assert!(!printed.contains("panicked"), "{printed}");
}

/// A folder with a document in it; gives both paths.
fn folder(document: &str) -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.yaml");
    fs::write(&path, document).expect("a document");
    let out = folder.path().join("out");
    let text = |path: &Path| path.to_str().expect("a path in UTF-8").to_owned();
    let (path, out) = (text(&path), text(&out));
    (folder, path, out)
}

fn read(out: &str, file: &str) -> String {
    fs::read_to_string(Path::new(out).join(file)).expect("a generated file")
}

#[test]
fn the_generated_code_is_what_the_document_says() {
    check(&["--check"], 0, &["20 operations", "unchanged  client/src/generated/api.rs"]);
}

#[test]
fn generating_again_changes_nothing() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &["1 operations", "written", "progenitor"]);
    let first = FILES.map(|file| read(&out, file));
    check(&["--spec", &path, "--out", &out], 0, &["unchanged"]);
    assert_eq!(first, FILES.map(|file| read(&out, file)));
    check(&["--spec", &path, "--out", &out, "--check"], 0, &["unchanged"]);
}

#[test]
fn a_hand_edit_is_found_and_not_overwritten() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let file = Path::new(&out).join(FILES[1]);
    let edited = read(&out, FILES[1]).replace("Show an app", "Show the app");
    fs::write(&file, &edited).expect("an edit");
    let parts = ["stale      client/src/generated/operations.rs", "run `cargo xtask generate`"];
    check(&["--spec", &path, "--out", &out, "--check"], 1, &parts);
    assert_eq!(read(&out, FILES[1]), edited);
}

#[test]
fn a_schema_may_be_called_like_a_type_of_the_client() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let values = read(&out, FILES[2]);
    let imports = values.lines().filter_map(|line| line.strip_prefix("use ")?.strip_suffix(';'));
    let names: Vec<_> = imports.filter_map(|path| path.rsplit("::").next()).collect();
    let is_type = |name: &&&str| name.starts_with(char::is_uppercase);
    assert!(names.contains(&"*"), "the schemas are not imported: {names:?}");
    assert_eq!(names.iter().find(is_type), None, "it would hide a schema of that name");
}

#[test]
fn what_another_tool_calls_pagination_is_its_own() {
    let foreign = "ShowApp\n      x-pagination: {limitParam: limit, resultsPath: apps}";
    let (_folder, path, out) = folder(&SMALL.replace("ShowApp", foreign));
    check(&["--spec", &path, "--out", &out], 0, &[]);
    assert!(!read(&out, FILES[1]).contains("fn pages"));
}

#[test]
fn an_operation_has_a_method_its_documentation_and_tests() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let face = read(&out, FILES[1]);
    for part in [
        "/// Show an app.",
        "pub fn show_app(&self, app_id: impl Into<crate::AppId>) -> ShowApp",
        "pub fn verbose(mut self, verbose: bool) -> Self",
        "safety: Safety::Read",
        "\"/name\"",
    ] {
        assert!(face.contains(part), "no `{part}` in\n{face}");
    }
    let tests = read(&out, FILES[3]);
    for test in ["show_app_200_documented: show_app", "show_app_200_all_parameters: show_app"] {
        assert!(tests.contains(test), "no `{test}` in\n{tests}");
    }
    let api = read(&out, "client/public-api.txt");
    let line =
        "impl Client { pub fn show_app(&self, app_id: impl Into<AppId>) -> operations::ShowApp }";
    assert!(api.contains(line), "no `{line}` in\n{api}");
    for file in FILES {
        let text = read(&out, file);
        assert!(text.contains("@generated by `cargo xtask generate`"), "{file}");
        assert!(text.contains("progenitor 0.15.1"), "{file}");
    }
}

#[test]
fn what_cannot_be_generated_says_where_and_why() {
    for (from, to, parts) in [
        ("ShowApp\n", "[ShowApp]\n", ["small.yaml:6:", "operationId"]),
        ("schemas/App'", "schemas/Nothing'", ["small.yaml:18:", "schemas/Nothing"]),
        ("    get:", "    options:", ["small.yaml:5:5", "OPTIONS"]),
        ("in: path,", "in: path, style: label,", ["small.yaml:9:", "`label`"]),
        ("name: verbose, in: query", "name: App-Id, in: header", ["small.yaml:11:", "`App-Id`"]),
        ("in: query", "in: cookie", ["small.yaml:11:", "cookie"]),
        ("[/name]", "[/title]", ["small.yaml:15:24", "`/title`"]),
        ("type: boolean", "type: {}", ["small.yaml:11:", "`type` is an object"]),
        ("info:", "info: [\n", ["small.yaml:", "error"]),
        ("3.0.3", "3.1.0", ["small.yaml:1:1", "3.1.0"]),
    ] {
        let (folder, path, out) = folder(&SMALL.replace(from, to));
        check(&["--spec", &path, "--out", &out], 2, &parts);
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 1, "something was written");
    }
}

#[test]
fn what_is_not_valid_elsewhere_is_counted() {
    let (_folder, path, out) = folder(&SMALL.replace("{app_id}", "{id}"));
    check(&["--spec", &path, "--out", &out], 0, &["not valid in 2 places"]);
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let (_folder, path, out) = folder(SMALL);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["generate", "--spec", &path, "--out", &out]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the command runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_document_that_is_not_there() {
    check(&["--spec", "nowhere.yaml"], 2, &["nowhere.yaml"]);
}
