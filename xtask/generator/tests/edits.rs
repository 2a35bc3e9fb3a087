//! `cargo xtask corpus edits`, run as its users run it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn edits(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
    command.args(["corpus", "edits"]).args(arguments);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    command.current_dir(root).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Compiling all edits takes minutes: `cargo xtask corpus edits`.
#[test]
fn every_edit_has_the_expected_effect_on_lint_diff_and_generated_code() {
    let output = edits(&["--until", "generate"]);
    let (printed, errors) = (text(&output.stdout), text(&output.stderr));
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/edits.md");
    let page = fs::read_to_string(page).expect("docs/edits.md");
    let rows: Vec<&str> = printed.lines().skip(2).collect();
    assert!(rows.len() > 100, "{printed}\n{errors}");
    for row in rows {
        let name = row.split('`').nth(1).expect("a name");
        let found: Vec<&str> =
            errors.lines().filter(|line| line.starts_with(&format!("error: {name}: "))).collect();
        // `openapi.yaml` may change so that an edit no longer applies; the other document does not.
        if found.iter().any(|line| line.contains("does not apply")) && !name.starts_with("frozen/")
        {
            eprintln!("{}", found.join("\n"));
            continue;
        }
        assert!(row.ends_with("| yes |"), "{}", found.join("\n"));
        let cells = row.strip_suffix(" – | – | yes |").expect("no compiler ran");
        assert!(
            page.contains(cells),
            "docs/edits.md has no row {cells}\nhelp: run `cargo xtask corpus edits --until compile`"
        );
    }
}

/// A folder with an edit of a document of its own.
fn folder(edit: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let document = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";
    fs::create_dir(folder.path().join("small")).expect("a folder");
    fs::write(folder.path().join("small/document.yaml"), document).expect("a document");
    fs::write(folder.path().join("small/edit.yaml"), edit).expect("an edit");
    folder
}

const EDIT: &str = "
summary: Changes the version
edits:
  - set: info/version
    value: '2'
expect:
  changes: [info-changed]
  requests: none
  responses: none
  source: none
";

#[track_caller]
fn check(edit: &str, arguments: &[&str], status: i32, parts: &[&str]) {
    let folder = folder(edit);
    let path = folder.path().to_str().expect("UTF-8");
    let output = edits(&[&["--folder", path], arguments].concat());
    let printed = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{printed}");
    assert!(!printed.contains("panicked"), "{printed}");
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
}

#[test]
fn edit_that_is_not_as_expected_fails_the_command() {
    let diff = ["--until", "diff"];
    let row =
        "| Changes the version (`small/edit`) | – | `info-changed` | none | none | none | – | – |";
    check(EDIT, &diff, 0, &[row, "| yes |"]);
    for (from, to, error) in [
        ("source: none", "source: breaking", r#"source: expected "breaking", found "none""#),
        ("requests: none", "requests: risky", r#"requests: expected "risky", found "none""#),
        ("[info-changed]", "[]", r#"changes: expected {}, found {"info-changed"}"#),
        ("expect:", "expect:\n  lint: [ref-unresolved]", "lint: expected {\"ref-unresolved\"}"),
        ("set: info/version", "set: info/license", "does not apply to `"),
        ("set: info/version", "remove: ShowApp/tags", "the document has no `ShowApp/tags`"),
    ] {
        let edit = EDIT.replace(from, to);
        let edit =
            if to.starts_with("remove") { edit.replace("    value: '2'\n", "") } else { edit };
        check(&edit, &diff, 1, &["**no**", error, "error: 1 of 1 edits are not as expected"]);
    }
}

#[test]
fn generated_code_that_is_not_as_expected_fails_the_command() {
    let generate = ["--until", "generate"];
    check(EDIT, &generate, 0, &["| yes |"]);
    let unchanged = EDIT.to_owned() + "  generate: unchanged\n";
    check(&unchanged, &generate, 1, &["generate: expected Unchanged, found Written"]);
    let tests = EDIT.to_owned() + "  tests: 1\n";
    check(&tests, &generate, 1, &["generated tests: expected +1, found +0"]);
}

#[test]
fn unusable_edits_are_errors_with_their_file() {
    for (edit, error) in [
        (EDIT.replace("set:", "put:"), "edit.yaml: data did not match any variant"),
        (EDIT.replace("none", "some"), "expected one of none, compatible, risky, breaking"),
        (EDIT.replace("summary", "name"), "unknown field `name`"),
        (EDIT.replace("expect:", "expect: ["), "edit.yaml"),
    ] {
        check(&edit, &["--until", "lint"], 2, &[error]);
    }
    check(EDIT, &["other"], 2, &["error: no edit has `other` in its name"]);
    let output = edits(&["--folder", "/nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("/nowhere: "));
}
