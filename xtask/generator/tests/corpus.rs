//! `cargo xtask corpus`, run as its users run it.

use std::fs;
use std::path::Path;
use std::process::Command;

const VALID: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";
const INVALID: &str = "openapi: 3.0.3\ninfo: {title: T}\npaths: {}\nsurplus: 1\n";

/// A folder with one document in `valid/` and one in `invalid/`.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("valid", VALID), ("invalid", INVALID)] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
        fs::write(folder.path().join(name).join("a.yaml"), text).expect("a document");
    }
    folder
}

/// Runs a measurement in `folder`, compares its exit status, and returns what it prints.
#[track_caller]
fn run(folder: &Path, arguments: &str, code: i32) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
    command.arg("corpus").args(arguments.split(' ')).current_dir(folder);
    let output = command.output().expect("the command runs");
    let printed =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let printed = printed.concat();
    assert_eq!(output.status.code(), Some(code), "{printed}");
    assert!(!printed.contains("panicked"), "{printed}");
    printed
}

#[track_caller]
fn contains(printed: &str, parts: &[&str]) {
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
}

#[test]
fn sample_draws_errors_that_the_seed_repeats() {
    let folder = corpus();
    let printed = run(folder.path(), "sample . --seed 7", 0);
    contains(&printed, &["#1 field-missing ", "> info: {title: T}", "> surplus: 1"]);
    contains(&printed, &["2 of 2 errors in 2 documents; to repeat: --seed 7"]);
    assert_eq!(printed, run(folder.path(), "sample . --seed 7", 0));
    contains(&run(folder.path(), "sample . --count 1", 0), &["1 of 2 errors in 2 documents"]);
}

#[test]
fn conformance_counts_documents_and_lines() {
    let folder = corpus();
    // Line 1 is right.
    fs::write(folder.path().join("lines"), "invalid/a.yaml 1,2,4\n").expect("a file");
    let arguments = "conformance --valid valid --invalid invalid --lines lines";
    let printed = run(folder.path(), arguments, 0);
    contains(&printed, &["| of 1 invalid | of 1 valid | of 3 lines | of 1 documents, all lines |"]);
    contains(&printed, &["| xtask | 1 | 0 | 2 | 0 |", "a.yaml: no error on [1]"]);
}

#[test]
fn predict_shows_the_rules_that_stop_generation() {
    let folder = corpus();
    let arguments = "predict valid invalid --until generate --results results";
    let printed = run(folder.path(), arguments, 0);
    contains(&printed, &["| a.yaml | 0 | refused: `field-missing` |", "| documents | 2 |"]);
    contains(&printed, &["| refused by a rule of lint | 1 |", "| not predicted | 0 |"]);
    contains(&printed, &["invalid/a.yaml: as predicted"]);
    // The results are known, and nothing is done again.
    let again = run(folder.path(), arguments, 0);
    contains(&again, &["| documents | 2 |", "| refused by a rule of lint | 1 |"]);
    assert!(!again.contains("as predicted"), "{again}");
}

#[test]
fn predict_limits_documents_by_operations_and_by_chance() {
    let folder = corpus();
    let added = VALID.replace("paths: {}", "paths: {/a: {get: {responses: {}}}}");
    fs::write(folder.path().join("valid/one.yaml"), added).expect("a document");
    let arguments = "predict valid invalid --until generate --results results";
    let printed = run(folder.path(), &format!("{arguments} --max-operations 0"), 0);
    contains(
        &printed,
        &["| documents | 2 |", "skipped, because they have too many operations | 1 |"],
    );
    let printed = run(folder.path(), &format!("{arguments} --count 1 --seed 5"), 0);
    contains(&printed, &["to repeat: --count 1 --seed 5", "| documents | 1 |"]);
}

#[test]
fn rewrites_of_our_document_are_no_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi.yaml");
    fs::copy(document, folder.path().join("openapi.yaml")).expect("a document");
    let printed = run(folder.path(), "rewrites .", 0);
    let rewritten = printed.lines().filter(|line| line.contains("| 1 |") && line.ends_with(" 0 |"));
    assert!(rewritten.count() >= 5, "{printed}");
}

#[test]
fn damaged_documents_are_counted() {
    let printed = run(corpus().path(), "damage . --count 20 --seed 3", 0);
    contains(&printed, &["damaged 20 of 2 documents: "]);
}

#[test]
fn agreement_shows_where_oasdiff_says_something_else() {
    let folder = corpus();
    let index = r#"{"cases": [
        {"id": "one", "base": "valid/a.yaml", "revision": "added.yaml", "verdict": "info",
         "findings": [{"id": "endpoint-added", "level": "info"}]},
        {"id": "two", "base": "valid/a.yaml", "revision": "added.yaml", "verdict": "error",
         "findings": [{"id": "surprise", "level": "error"}, {"id": "other", "level": "info"}]}
    ]}"#;
    fs::write(folder.path().join("index.json"), index).expect("an index");
    let added = VALID.replace("paths: {}", "paths: {/a: {get: {responses: {}}}}");
    fs::write(folder.path().join("added.yaml"), added).expect("a document");
    let printed = run(folder.path(), "agreement .", 0);
    contains(&printed, &["| error | 0 | 1 | 0 | 0 |", "| info | 0 | 1 | 0 | 0 |"]);
    contains(&printed, &["Same verdict on breaking: 1 of 2."]);
    contains(&printed, &["two: oasdiff error surprise; diff operation-added operation was added"]);
}

#[test]
fn unusable_input_is_an_error_with_its_place() {
    let folder = corpus();
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    fs::write(folder.path().join("unknown"), "invalid/a.yaml 2\ninvalid/b.yaml 2\n")
        .expect("a file");
    fs::write(folder.path().join("words"), "invalid/a.yaml two\n").expect("a file");
    fs::write(folder.path().join("name"), "invalid/a.yaml\n").expect("a file");
    fs::write(folder.path().join("invalid/index.json"), "cases").expect("a file");
    for (arguments, error) in [
        ("sample missing", "missing: "),
        ("sample empty", "error: no JSON or YAML file below `empty`"),
        ("sample . --count many", "invalid value 'many' for '--count <COUNT>'"),
        ("predict missing", "missing: "),
        ("rewrites empty", "error: no JSON or YAML file below `empty`"),
        ("damage empty", "error: no JSON or YAML file below `empty`"),
        ("agreement empty", "index.json: "),
        ("agreement invalid", "error: invalid/index.json: expected value at line 1 column 1"),
        ("conformance --valid valid --invalid missing --lines name", "missing: "),
        ("conformance --valid valid --invalid invalid --lines missing", "missing: "),
        (
            "conformance --valid valid --invalid invalid --lines unknown",
            "error: unknown:2: no such invalid document: `invalid/b.yaml 2`",
        ),
        (
            "conformance --valid valid --invalid invalid --lines words",
            "error: words:1: expected line numbers such as `3,17`: `invalid/a.yaml two`",
        ),
        (
            "conformance --valid valid --invalid invalid --lines name",
            "error: name:1: expected `NAME LINES`: `invalid/a.yaml`",
        ),
    ] {
        contains(&run(folder.path(), arguments, 2), &[error]);
    }
}

#[test]
fn seeds_are_documents_that_lint_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    contains(&run(folder.path(), "seeds new/folder", 0), &[" documents"]);
    let names = fs::read_dir(folder.path().join("new/folder")).expect("a folder");
    let names = names.map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8"));
    assert!(names.count() > lint::RULES.len());
    let document = fs::read_to_string(folder.path().join("new/folder/path-duplicate-0.yaml"));
    assert!(document.expect("a document").contains("openapi: 3.0.3"));
}
