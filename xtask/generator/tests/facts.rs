//! Facts that lint, diff and generate share: they say the same of one document.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the program in a folder with these files and returns what it prints.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
    let output = command.args(arguments).current_dir(folder).output().expect("the command runs");
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn document(operation: &str, schema: &str) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: Small, version: 0.1.0}}
paths:
  /a:
    get:
{operation}
components:
  schemas:
    A: {schema}
"
    )
}

/// Whether `diff` says that a change breaks Rust code.
#[track_caller]
fn check_source(base: &str, head: &str, kind: &str, source: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("base.yaml"), base).expect("a document");
    fs::write(folder.path().join("head.yaml"), head).expect("a document");
    let printed = run(folder.path(), &["diff", "base.yaml", "head.yaml"]);
    let mut changes = printed.split("\n\n").filter(|change| change.contains(kind));
    let change = changes.next().unwrap_or_else(|| panic!("no {kind} in\n{printed}"));
    // An impact that is none is not printed.
    let printed = change.contains(&format!("source {source}"));
    assert!(printed || source == "none" && !change.contains("source "), "{change}");
}

const ANY_TYPE: &str = "
      operationId: ShowA
      responses:
        '200':
          description: An a.
          content: {'*/*': {schema: {$ref: '#/components/schemas/A'}, example: {b: x}}}";

const PROPERTIES: &str = "{type: object, properties: {b: {type: string}, c: {type: string}}}";

#[test]
fn response_of_any_media_type_is_json_to_diff() {
    let head = PROPERTIES.replace(", c: {type: string}", "");
    let [base, head] = [PROPERTIES, &head].map(|schema| document(ANY_TYPE, schema));
    check_source(&base, &head, "[property-removed]", "breaking");
    let text = ANY_TYPE.replace("*/*", "text/csv");
    check_source(&base, &document(&text, PROPERTIES), "[response-type-changed]", "breaking");
}

#[test]
fn response_of_any_media_type_is_json_to_generate() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.yaml");
    fs::write(&path, document(ANY_TYPE, PROPERTIES)).expect("a document");
    let out = folder.path().display().to_string();
    let arguments = ["generate", "--spec", &path.display().to_string(), "--out", &out];
    run(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").as_path(), &arguments);
    let tests = fs::read_to_string(folder.path().join("tests/src/generated.rs")).expect("tests");
    assert!(tests.contains("show_a_200_example"), "{tests}");
    let types = fs::read_to_string(folder.path().join("client/src/generated/api.rs"));
    assert!(types.expect("types").contains("pub struct A "));
}

#[test]
fn numbers_are_compared_as_they_are_written() {
    let schema = "{type: integer, format: int64, enum: [9007199254740993]}";
    let other = schema.replace("993]", "992]");
    let operation = ANY_TYPE.replace(", example: {b: x}", "");
    let [base, head] = [schema, &other].map(|schema| document(&operation, schema));
    check_source(&base, &head, "[enum-value-removed]", "none");
    let schema = "{type: integer, maximum: 9007199254740993}";
    let other = schema.replace("993}", "992}");
    let [base, head] = [schema, &other].map(|schema| document(&operation, schema));
    check_source(&base, &head, "[maximum-changed]", "none");
}

#[test]
fn names_that_are_one_name_in_rust_are_no_break() {
    let id = |id: &str| document(&ANY_TYPE.replace("ShowA", id), PROPERTIES);
    check_source(&id("it's"), &id("its"), "[operation-id-changed]", "compatible");
    check_source(&id("it's"), &id("it-s"), "[operation-id-changed]", "breaking");
}
