//! `cargo xtask lint` as its users see it.

mod files;
mod fix;
mod messages;
mod options;
mod unusable;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A document with an error on line 5 and a warning on line 7.
const FAULTY: &str = "\
openapi: 3.0.3
info: {title: A, version: '1'}
paths:
  /a/{b}: {}
  /a/{c}: {}
components:
  schemas: {A: {type: string, minimum: 1}}
";

const VALID: &str = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n";

/// What a run printed, and its exit code.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().expect("a folder"));
        for (name, text) in files {
            fs::write(folder.path(name), text).expect("a file");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs in the folder, so that paths in the output are short.
    fn lint(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("lint")
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Run {
    /// The rules of the diagnostics of one file, from JSON.
    fn rules_of(&self, path: &str) -> Vec<String> {
        let found: Value = serde_json::from_str(&self.out).expect("JSON");
        let found = found["diagnostics"].as_array().expect("a list").iter();
        let found = found.filter(|diagnostic| diagnostic["path"] == path);
        found.filter_map(|diagnostic| diagnostic["rule"].as_str().map(str::to_owned)).collect()
    }
}

/// Runs over one document and compares the exit code and the rules that found something.
#[track_caller]
fn check(text: &str, arguments: &[&str], code: i32, rules: &[&str]) {
    let folder = Folder::with(&[("openapi.yaml", text)]);
    let run = folder.lint(&[arguments, &["--format", "json"]].concat());
    assert_eq!(run.code, Some(code), "{}{}", run.out, run.err);
    assert_eq!(run.rules_of("openapi.yaml"), rules);
}

const GROUP: &[&str] = &["--only", "valid"];

#[test]
fn a_valid_document_passes() {
    check(VALID, GROUP, 0, &[]);
    check(&format!("\u{feff}{}", VALID.replace('\n', "\r\n")), GROUP, 0, &[]);
}

#[test]
fn errors_fail_and_warnings_do_not() {
    check(FAULTY, GROUP, 1, &["path-duplicate", "keyword-inapplicable"]);
    check(FAULTY, &["--only", "keyword-inapplicable"], 0, &["keyword-inapplicable"]);
    let denied = ["--only", "keyword-inapplicable", "--deny", "warnings"];
    check(FAULTY, &denied, 1, &["keyword-inapplicable"]);
}

#[test]
fn all_diagnostics_of_one_rule_at_one_place_are_reported() {
    let twice = ["field-missing", "field-missing"];
    check("openapi: 3.0.3\ninfo: {}\npaths: {}\n", &["--only", "field-missing"], 1, &twice);
}

#[test]
fn rules_and_groups_are_selected_by_name() {
    check(FAULTY, &["--only", "values,path-duplicate"], 1, &["path-duplicate"]);
    check(FAULTY, &["--only", "valid", "--skip", "path-duplicate"], 0, &["keyword-inapplicable"]);
    let run = Folder::with(&[]).lint(&["--only", "path-duplicates"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("; did you mean `path-duplicate`?"), "{}", run.err);
    // Two letters that are swapped are one mistake.
    let run = Folder::with(&[]).lint(&["--only", "sfae"]);
    assert!(run.err.contains("; did you mean `safe`?"), "{}", run.err);
}

#[test]
fn json_has_every_field() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let run = folder.lint(&["--only", "path-duplicate", "--format", "json"]);
    let expected = json!({ "diagnostics": [{
        "rule": "path-duplicate",
        "group": "valid",
        "severity": "error",
        "message": "`/a/{c}` is the same path as `/a/{b}`",
        "help": "put the methods of both under one path",
        "path": "openapi.yaml",
        "line": 5,
        "column": 3,
        "end_line": 5,
        "end_column": 9,
        "pointer": "/paths/~1a~1{c}",
        "documentation": "docs/lint/rules/valid.md#path-duplicate",
    }]});
    assert_eq!(serde_json::from_str::<Value>(&run.out).expect("JSON"), expected);
}

#[test]
fn pretty_shows_the_line_the_range_and_the_help() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let run = folder.lint(&["--only", "path-duplicate"]);
    let expected = "\
openapi.yaml:5:3: error: `/a/{c}` is the same path as `/a/{b}` [path-duplicate]
  |
5 |   /a/{c}: {}
  |   ^^^^^^
  = note: The specification treats the paths as identical: servers cannot tell which one a request matches.
  = help: put the methods of both under one path

For more about a rule, run `cargo xtask lint --explain path-duplicate`, or see docs/lint/rules/valid.md#path-duplicate

";
    assert_eq!(run.out, expected);
    assert_eq!(run.err, "error: lint failed: checked 1 file with 1 rule: 1 error, 0 warnings\n");
}

#[test]
fn pretty_marks_the_columns_of_wide_and_of_combining_characters() {
    // Each ideograph takes two columns, and the accent after `e` none.
    let text = VALID.replace("paths: {}", "paths: {'/应用/{b}': {}, '/应用/{e\u{301}}': {}}");
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let run = folder.lint(&["--only", "path-duplicate"]);
    let line = text.lines().position(|line| line.starts_with("paths")).expect("a line") + 1;
    let expected = format!(
        "\
  |
{line} | paths: {{'/应用/{{b}}': {{}}, '/应用/{{e\u{301}}}': {{}}}}
  |                          ^^^^^^^^^^^
"
    );
    assert!(run.out.contains(&expected), "{}", run.out);
}

#[test]
fn pretty_folds_many_diagnostics_of_one_rule() {
    let paths: String = (0..9).map(|number| format!("  p{number}: {{}}\n")).collect();
    let text = VALID.replace("paths: {}\n", &format!("paths:\n{paths}"));
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let folded = folder.lint(&["--only", "valid"]).out;
    assert_eq!(folded.matches("[path-slash-missing]").count(), 5);
    assert!(folded.contains("4 more of path-slash-missing"), "{folded}");
    let all = folder.lint(&["--only", "path-slash-missing"]).out;
    assert_eq!(all.matches("[path-slash-missing]").count(), 9);
}

#[test]
fn github_gets_one_command_a_diagnostic() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let run = folder.lint(&["--only", "path-duplicate", "--format", "github"]);
    let expected = "::error file=openapi.yaml,line=5,endLine=5,col=3,endColumn=9,\
                    title=path-duplicate::`/a/{c}` is the same path as `/a/{b}` \
                    (put the methods of both under one path)\n";
    assert_eq!(run.out, expected);
}

#[test]
fn sarif_names_its_rules_and_places() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let run = folder.lint(&["--only", "path-duplicate", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    let index = result["ruleIndex"].as_u64().expect("an index") as usize;
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], "path-duplicate");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "openapi.yaml");
    let region = json!({"startLine": 5, "startColumn": 3, "endLine": 5, "endColumn": 9});
    assert_eq!(place["region"], region);
}

#[test]
fn rules_have_a_url_if_the_repository_is_known() {
    let manifest = "[workspace.package]\nrepository = \"https://host.example/a.git\"\n";
    let folder = Folder::with(&[("openapi.yaml", FAULTY), ("Cargo.toml", manifest)]);
    let lint = |format: &str| folder.lint(&["--only", "path-duplicate", "--format", format]).out;
    let path = "docs/lint/rules/valid.md#path-duplicate";
    let help = "To fix it, put the methods of both under one path. See ";
    let rule = || {
        let log: Value = serde_json::from_str(&lint("sarif")).expect("JSON");
        let driver = &log["runs"][0]["tool"]["driver"];
        let rules = driver["rules"].as_array().expect("rules");
        rules.iter().find(|rule| rule["id"] == "path-duplicate").expect("a rule").clone()
    };
    // The manifest is that of another workspace.
    assert_eq!(rule().get("helpUri"), None);
    assert_eq!(rule()["help"]["text"], format!("{help}{path}"));
    fs::create_dir(folder.path("client")).expect("a folder");
    fs::write(folder.path("client/Cargo.toml"), "").expect("a file");
    let url = format!("https://host.example/a/blob/HEAD/{path}");
    assert_eq!(rule()["helpUri"], url);
    assert_eq!(rule()["help"]["text"], format!("{help}{url}"));
    for format in ["json", "pretty"] {
        assert_eq!(lint(format).matches(&url).count(), 1, "{format}");
    }
    // This repository is not a URL.
    let manifest = manifest.replace("https://host.example/", "git@host.example:");
    fs::write(folder.path("Cargo.toml"), manifest).expect("a file");
    assert_eq!(rule().get("helpUri"), None);
    // Without a diagnostic, there is no rule to read about.
    fs::write(folder.path("openapi.yaml"), VALID).expect("a file");
    assert_eq!(lint("pretty"), "");
}

#[test]
fn junit_escapes_what_xml_cannot_hold() {
    let text = VALID.replace("paths: {}", "paths: {'<&\"': {}}");
    let folder = Folder::with(&[("openapi.yaml", &text)]);
    let run = folder.lint(&["--only", "valid", "--format", "junit"]);
    assert!(run.out.contains("tests=\"1\" failures=\"1\""), "{}", run.out);
    assert!(run.out.contains("path `&lt;&amp;&quot;` does not start"), "{}", run.out);
}

#[test]
fn a_suppression_removes_a_diagnostic_of_its_line() {
    let allow = |comment: &str| FAULTY.replace("{c}: {}", &format!("{{c}}: {{}} # {comment}"));
    let only = &["--only", "path-duplicate,style"];
    let rest =
        ["description-missing", "info-license-missing", "servers-missing", "component-unused"];
    let found = |rules: &[&'static str]| [&rest[..3], rules, &rest[3..]].concat();
    check(&allow("lint-allow path-duplicate: documented"), only, 0, &found(&[]));
    check(
        &allow("lint-allow path-duplicate"),
        only,
        1,
        &found(&["path-duplicate", "suppression-reason-missing"]),
    );
    check(
        &allow("lint-allow slash-trailing: documented"),
        only,
        1,
        &found(&["path-duplicate", "suppression-unused"]),
    );
    check(
        &allow("lint-allow path-twice: documented"),
        only,
        1,
        &found(&["path-duplicate", "suppression-unknown"]),
    );
}

#[test]
fn a_baseline_holds_known_diagnostics_and_only_shrinks() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let found = folder.lint(&["--only", "valid", "--format", "json"]).out;
    let mut baseline: Value = serde_json::from_str(&found).expect("JSON");
    let run = |baseline: &Value, document: &str| {
        fs::write(folder.path("known.json"), baseline.to_string()).expect("a file");
        fs::write(folder.path("openapi.yaml"), document).expect("a file");
        folder.lint(&[
            "--only",
            "valid,style",
            "--skip",
            "component-unused,description-missing,info-license-missing",
            "--baseline",
            "known.json",
        ])
    };
    let without = run(&baseline, FAULTY);
    assert_eq!(without.code, Some(1));
    assert!(without.out.contains("baseline-reason-missing"), "{}", without.out);
    for diagnostic in baseline["diagnostics"].as_array_mut().expect("a list") {
        diagnostic["reason"] = json!("the service cannot change");
    }
    assert_eq!(run(&baseline, FAULTY).code, Some(0));
    let moved = FAULTY.replace("paths:", "\n\npaths:");
    assert_eq!(run(&baseline, &moved).code, Some(0), "a known diagnostic may move");
    let fixed = run(&baseline, &FAULTY.replace("  /a/{c}: {}\n", ""));
    assert_eq!(fixed.code, Some(1));
    assert!(fixed.out.contains("baseline-stale"), "{}", fixed.out);
}

#[test]
fn input_that_is_not_there_is_unusable() {
    let folder = Folder::with(&[]);
    for arguments in [&["none.yaml"][..], &["--explain", "none"], &["--baseline", "none.json"]] {
        let run = folder.lint(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(!run.err.is_empty() && run.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn files_beside_the_document_are_read() {
    let text =
        VALID.replace("paths: {}", "paths: {/a: {$ref: 'a.yaml#/a'}, /b: {$ref: none.yaml}}");
    let beside = "a:\n  get:\n    responses: {}\n";
    let folder = Folder::with(&[("openapi.yaml", &text), ("a.yaml", beside)]);
    let run = folder.lint(&["--only", "valid", "--format", "github"]);
    assert!(run.out.contains("::error file=a.yaml,line=3"), "{}", run.out);
    assert!(run.out.contains("title=ref-unresolved"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 2, "{}", run.out);
}

#[test]
fn what_files_beside_the_document_declare_is_known() {
    let components = "components: {links: {B: {operationRef: 'bü.yaml#/paths/~1b/get'}}}\n";
    let text = VALID.replace("paths: {}", "paths: {/a: {$ref: 'b%C3%BC.yaml#/paths/~1a'}}");
    let beside = "
paths:
  /a: {get: {security: [{key: []}], responses: {default: {description: An a.}}}}
  /b: {get: {responses: {default: {description: A b.}}}}
components: {securitySchemes: {key: {type: http, scheme: basic}}}
";
    let text = [&text, components].concat();
    let folder = Folder::with(&[("openapi.yaml", &text), ("bü.yaml", beside)]);
    let run = folder.lint(&["--only", "valid", "--format", "github"]);
    assert_eq!((run.code, &*run.out), (Some(0), ""));
}

#[test]
fn a_chain_of_references_may_be_long_but_no_circle() {
    let link = |at| format!("    A{at}: {{$ref: '#/components/schemas/A{}'}}\n", at + 1);
    let links: String = (0..1000).map(link).collect();
    let chain = |end: &str| format!("{VALID}components:\n  schemas:\n{links}    A1000: {end}\n");
    check(&chain("{type: string}"), GROUP, 0, &[]);
    check(&chain("{$ref: '#/components/schemas/A0'}"), GROUP, 1, &["ref-unresolved"; 1001]);
}

#[test]
fn parts_that_are_copied_without_end_are_refused() {
    let level = |at| {
        let next =
            format!("oneOf: [{{$ref: '#/components/schemas/A{}'}}, {{type: object}}]", at + 1);
        format!("    A{at}: {{type: object, properties: {{a: {{{next}}}, b: {{{next}}}}}}}\n")
    };
    let levels = |count| {
        let all: String = (0..count).map(level).collect();
        format!("{VALID}components:\n  schemas:\n{all}    A{count}: {{type: object}}\n")
    };
    let only = ["--only", "composition-too-large"];
    check(&levels(8), &only, 0, &[]);
    check(&levels(12), &only, 1, &["composition-too-large"; 2]);
}

#[test]
fn a_value_that_fits_no_alternative_is_compared_with_the_nearest() {
    let schemas = "
components:
  schemas:
    A:
      oneOf: [{required: [a, b, c]}, {allOf: [{required: [d, e]}], required: [f]}, {required: [g]}]
      example: {a: 1}
";
    let folder = Folder::with(&[("openapi.yaml", &[VALID, schemas].concat())]);
    let out = folder.lint(&["--only", "values"]).out;
    let nearest = "the closest is schema 1: the required properties `b`, `c` are missing";
    assert!(out.contains(nearest), "{out}");
}

#[test]
fn a_change_is_looked_at_again() {
    let folder = Folder::with(&[("openapi.yaml", FAULTY)]);
    let mut program = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["lint", "--watch", "--only", "path-duplicate", "openapi.yaml"])
        .current_dir(folder.0.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut lines = BufReader::new(program.stderr.take().expect("a pipe")).lines();
    let mut line = || lines.next().expect("a line").expect("UTF-8");
    assert!(line().ends_with(": 1 error, 0 warnings"));
    fs::write(folder.path("openapi.yaml"), VALID).expect("a file");
    assert_eq!(line(), "checked 1 file with 1 rule: 0 errors, 0 warnings");
    program.kill().expect("it still runs");
    program.wait().expect("it ends");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for (arguments, code) in
        [(&["lint", "--list"][..], 0), (&["diff", "--list"], 0), (&["lint", "nowhere"], 2)]
    {
        let gone = || {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            writer
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let status = command.args(arguments).stdout(gone()).stderr(gone()).status();
        assert_eq!(status.expect("the program runs").code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::with(&[]);
    let list = folder.lint(&["--list"]).out;
    assert!(list.lines().count() > 100, "{list}");
    for line in list.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [id, group, severity, summary @ ..] = columns.as_slice() else { panic!("{line}") };
        let text = folder.lint(&["--explain", id]).out;
        assert!(summary.len() > 2 && text.contains(&summary.join(" ")), "{line}");
        assert!(text.starts_with(&format!("# {id}\n\nA")), "{text}");
        assert!(text.contains(&format!(" {severity} of the group `{group}`.\n")), "{text}");
    }
}
