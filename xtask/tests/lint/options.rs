//! Formats, standard input, baselines and pages.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{FAULTY, Folder, Run, VALID};

const TWO_RULES: &[&str] = &["--only", "path-duplicate,keyword-inapplicable"];

/// Runs in a folder with a text as standard input.
fn lint_stdin(folder: &Folder, text: &str, arguments: &[&str]) -> Run {
    let mut program = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("lint")
        .args(arguments)
        .current_dir(folder.0.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A run that refuses its options does not read.
    let _ = program.stdin.take().expect("a pipe").write_all(text.as_bytes());
    let output = program.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn concise_has_one_line_for_each_diagnostic() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let run = folder.lint(&[TWO_RULES, &["--format", "concise"]].concat());
    let expected = "\
openapi.yaml:5:3: error[path-duplicate] `/a/{c}` is the same path as `/a/{b}`
openapi.yaml:7:31: warning[keyword-inapplicable] `minimum` has no effect on type `string`
";
    assert_eq!(run.out, expected);
    assert_eq!(run.err, "error: lint failed: checked 1 file with 2 rules: 1 error, 1 warning\n");
    // The parser names keys as they read.
    let text = VALID.replace("paths: {}", r#"x-a: {"a\nb": 1, "a\nb": 2}"#);
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let run = folder.lint(&["--only", "key-repeated", "--format", "concise"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
}

#[test]
fn statistics_count_by_rule() {
    let text = FAULTY.replace("minimum: 1}", "minimum: 1, maximum: 2, enum: [a, a]}");
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let run = folder.lint(&["--only", "valid", "--statistics"]);
    let lines: Vec<Vec<&str>> =
        run.out.lines().map(|line| line.split_whitespace().take(3).collect()).collect();
    let expected = [
        ["2", "warning", "keyword-inapplicable"],
        ["1", "warning", "enum-duplicate"],
        ["1", "error", "path-duplicate"],
    ];
    assert_eq!(lines, expected);
    let run = folder.lint(&["--only", "enum-duplicate", "--statistics", "--format", "json"]);
    let expected = json!({ "statistics": [{
        "count": 1, "rule": "enum-duplicate", "group": "valid", "severity": "warning", "fixable": 1,
    }]});
    assert_eq!(serde_json::from_str::<Value>(&run.out).expect("JSON"), expected);
    let run = folder.lint(&["--statistics", "--format", "sarif"]);
    assert_eq!((run.code, &*run.out), (Some(2), ""));
    assert!(run.err.starts_with("error: `--statistics` has no such format\nhelp: "), "{}", run.err);
}

#[test]
fn standard_input_is_a_document() {
    let folder = Folder::with(&[("a.yaml", "a: {get: {}}\n")]);
    let concise = |arguments: &[&str], text: &str| {
        lint_stdin(&folder, text, &[TWO_RULES, &["--format", "concise"], arguments].concat())
    };
    let run = concise(&["-"], FAULTY);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.starts_with("<stdin>:5:3: error[path-duplicate]"), "{}", run.out);
    let run = concise(&["-", "--stdin-filename", "api/openapi.yaml"], FAULTY);
    assert!(run.out.starts_with("api/openapi.yaml:5:3: error"), "{}", run.out);
    // What could be fixed in a file cannot be fixed there.
    let text = FAULTY.replace("minimum: 1", "enum: [a, a]");
    let run = lint_stdin(&folder, &text, &["-", "--only", "enum-duplicate"]);
    assert_eq!(run.err, "checked 1 file with 1 rule: 0 errors, 1 warning\n");
    // The name says that it is JSON.
    let run = concise(&["-", "--stdin-filename", "openapi.json"], FAULTY);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert!(run.out.starts_with("openapi.json:1:1: error[syntax-invalid]"), "{}", run.out);
    // Files beside it are those of the current folder.
    let text = VALID.replace("paths: {}", "paths: {/a: {$ref: 'a.yaml#/a'}}");
    let run = lint_stdin(&folder, &text, &["-", "--only", "valid", "--format", "concise"]);
    assert!(run.out.starts_with("a.yaml:1:5: error[field-missing]"), "{}", run.out);
    for arguments in [
        &["-", "-"][..],
        &["-", "--fix"],
        &["-", "--watch"],
        &["a.yaml", "--stdin-filename", "b.yaml"],
    ] {
        let run = lint_stdin(&folder, FAULTY, arguments);
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{arguments:?}");
        assert!(run.err.starts_with("error: "), "{}", run.err);
    }
}

#[test]
fn a_written_baseline_keeps_reasons_and_overwrites_nothing_else() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let write = || folder.lint(&[TWO_RULES, &["--write-baseline", "known.json"]].concat());
    let read = || -> Value {
        let text = fs::read_to_string(folder.path("known.json")).expect("a baseline");
        serde_json::from_str(&text).expect("JSON")
    };
    let run = write();
    assert_eq!((run.code, &*run.out), (Some(0), ""), "{}", run.err);
    assert!(run.err.starts_with("wrote 2 entries to known.json\nhelp: "), "{}", run.err);
    let mut baseline = read();
    baseline["diagnostics"][0]["reason"] = "the service cannot change".into();
    fs::write(folder.path("known.json"), baseline.to_string()).expect("a file");
    // One diagnostic goes, and the other moves.
    let fixed = FAULTY.replace("minimum: 1", "minLength: 1").replace("paths:", "\npaths:");
    fs::write(folder.path("openapi.yaml"), fixed).expect("a file");
    assert_eq!(write().err, "wrote 1 entry to known.json\n");
    let expected = json!({ "diagnostics": [{
        "rule": "path-duplicate",
        "path": "openapi.yaml",
        "pointer": "/paths/~1a~1{c}",
        "message": "`/a/{c}` is the same path as `/a/{b}`",
        "reason": "the service cannot change",
    }]});
    assert_eq!(read(), expected);
    let run = folder.lint(&[TWO_RULES, &["--baseline", "known.json"]].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let run = folder.lint(&["--write-baseline", "openapi.yaml"]);
    assert_eq!(run.code, Some(2), "a document is no baseline");
    assert!(run.err.starts_with("error: openapi.yaml is not a baseline"), "{}", run.err);
    fs::write(folder.path("openapi.yaml"), "a: [").expect("a file");
    let run = folder.lint(&["--write-baseline", "other.json"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(!folder.path("other.json").exists());
}

#[test]
fn diagnostics_of_one_rule_at_one_value_are_one_entry() {
    let folder = Folder::with(&[("openapi.yaml", "openapi: 3.0.3\ninfo: {}\npaths: {}\n")]);
    let run = folder.lint(&["--only", "field-missing", "--write-baseline", "known.json"]);
    assert!(run.err.starts_with("wrote 1 entry to known.json\n"), "{}", run.err);
    let text = fs::read_to_string(folder.path("known.json")).expect("a baseline");
    let text = text.replace("\"reason\": \"\"", "\"reason\": \"known\"");
    fs::write(folder.path("known.json"), text).expect("a file");
    let run = folder.lint(&["--only", "field-missing,baseline-stale", "--baseline", "known.json"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn a_group_is_explained_with_its_rules() {
    let folder = Folder::with(&[]);
    let page = folder.lint(&["--explain", "safe"]).out;
    assert!(page.starts_with("safe (group)\n\nA diagnostic of the group means: "), "{page}");
    assert!(page.contains("\nsecret-unmarked                      error    A string"), "{page}");
    assert!(!page.contains("path-duplicate"), "{page}");
    let list = folder.lint(&["--list", "--only", "safe"]).out;
    assert!(list.lines().count() > 5 && list.lines().all(|line| line.contains(" safe ")), "{list}");
}

#[test]
fn an_explanation_has_messages_and_says_how_to_suppress_the_rule() {
    let folder = Folder::with(&[]);
    for (rule, parts) in [
        (
            "path-duplicate",
            &[
                "  /apps/{id}: {} # error: `/apps/{id}` is the same path as `/apps/{app_id}`\n",
                "Run the command with `--skip path-duplicate`, or add this comment",
                "\n# lint-allow path-duplicate: REASON\n",
            ][..],
        ),
        ("indentation-tab", &["\n\ttitle: A # error: ", "This rule cannot be suppressed."]),
        ("composition-too-large", &["no short example", "# lint-allow composition-too-large: "]),
        ("value-unchecked", &["# warning: ", "To suppress it, add this comment"]),
        ("suppression-unused", &["`--skip suppression-unused`; comments have no effect."]),
    ] {
        let text = folder.lint(&["--explain", rule]).out;
        for part in parts {
            assert!(text.contains(part), "{rule}: no `{part}` in\n{text}");
        }
    }
}

#[test]
fn failures_start_with_error() {
    let folder = Folder::with(&[("a.yaml", FAULTY), ("b.yaml", "a: [")]);
    for (arguments, code) in [
        (&["lint", "none.yaml"][..], 2),
        (&["lint", "."], 2),
        (&["lint"], 2),
        (&["lint", "a.yaml"], 1),
        (&["lint", "b.yaml"], 2),
        (&["lint", "a.yaml", "--only", "none"], 2),
        (&["lint", "--explain", "none"], 2),
        (&["lint", "a.yaml", "--baseline", "none.json"], 2),
        (&["lint", "a.yaml", "--baseline", "b.yaml"], 2),
        (&["lint", "a.yaml", "--baseline", "a.yaml"], 2),
        (&["lint", "a.yaml", "--format", "none"], 2),
        (&["diff", "a.yaml", "none.yaml"], 2),
        (&["diff", "a.yaml", "b.yaml"], 2),
        (&["diff", "a.yaml", "."], 2),
        (&["diff", "a.yaml"], 2),
        (&["diff", "--explain", "none"], 2),
        (&["diff", "a.yaml", "c.yaml", "--fail-on", "compatible"], 1),
    ] {
        let other = FAULTY.replace("type: string, ", "type: integer, ");
        fs::write(folder.path("c.yaml"), other).expect("a file");
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(folder.0.path())
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {err}");
        let start = err.lines().find(|line| !line.starts_with("help: run with `--fix`"));
        assert!(start.is_some_and(|line| line.starts_with("error: ")), "{arguments:?}: {err}");
    }
}

#[test]
fn the_version_is_that_of_the_workspace() {
    for arguments in [&["--version"][..], &["lint", "--version"], &["diff", "--version"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output();
        let output = output.expect("the program runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.ends_with(concat!(" ", env!("CARGO_PKG_VERSION"), "\n")), "{text}");
        assert_eq!(output.status.code(), Some(0));
    }
}
