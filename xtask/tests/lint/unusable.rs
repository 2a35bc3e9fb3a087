//! What cannot be read never passes, whichever rules are selected.

use std::fmt::Write;
use std::fs;

use super::{FAULTY, Folder, VALID};

const FILTERS: [&[&str]; 12] = [
    &[],
    &["--only", "valid"],
    &["--only", "values"],
    &["--only", "generate"],
    &["--only", "tested"],
    &["--only", "safe"],
    &["--only", "style"],
    &["--only", "path-duplicate"],
    &["--skip", "valid"],
    &["--skip", "syntax-invalid,encoding-not-utf8,document-empty,nesting-too-deep,alias-unbounded"],
    &["--skip", "openapi-version-unsupported"],
    &["--skip", "valid,values,generate,tested,safe,style"],
];

/// Inputs that are not OpenAPI 3.0, each with its name and the rule that says so.
fn inputs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let version = "openapi-version-unsupported";
    let utf16: Vec<u8> = VALID.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bomb = "a0: &a0 [x, x]\n".to_owned();
    for level in 1..40 {
        let before = level - 1;
        let _ = writeln!(bomb, "a{level}: &a{level} [*a{before}, *a{before}]");
    }
    let text = |name, text: &str, rule| (name, text.as_bytes().to_vec(), rule);
    vec![
        text("broken.yaml", &VALID.replace("paths: {}", "paths: {"), "syntax-invalid"),
        text("broken.json", "{\"openapi\": \"3.0.3\",}", "syntax-invalid"),
        text("tab.yaml", "openapi: 3.0.3\ninfo:\n\ttitle: A\n", "indentation-tab"),
        ("utf-16.yaml", [&[0xff, 0xfe], &*utf16].concat(), "encoding-not-utf8"),
        ("utf-16-without-mark.yaml", utf16, "encoding-not-utf8"),
        ("latin-1.yaml", b"openapi: 3.0.3\ninfo: {title: \xe9}\n".to_vec(), "encoding-not-utf8"),
        text("nul.yaml", "openapi: 3.0.3\ninfo: \0\n", "character-nul"),
        text("empty.yaml", "", "document-empty"),
        text("comment.yaml", "# openapi: 3.0.3\n", "document-empty"),
        text("deep.yaml", &"[".repeat(10_000), "nesting-too-deep"),
        text("bomb.yaml", &bomb, "alias-unbounded"),
        text("circle.yaml", "a: &a [*a]\n", "alias-unbounded"),
        text("list-open.yaml", "a: [\n", "syntax-invalid"),
        text("page.html", "<!DOCTYPE html>\n<p>openapi: 3.0.3</p>\n", "syntax-invalid"),
        text("text.html", "<p>Not found</p>\n", version),
        text("list.yaml", "- openapi: 3.0.3\n", version),
        text("null.json", "null", version),
        text("package.json", "{\"name\": \"a\", \"version\": \"3.0.3\"}", version),
        text("3.1.yaml", &VALID.replace("3.0.3", "3.1.0"), version),
        text("3.1-fields.yaml", "openapi: 3.1.0\ninfo: {}\nwebhooks: {}\n", version),
        text("3.1-number.yaml", &VALID.replace("3.0.3", "3.1"), version),
        text("3.yaml", &VALID.replace("3.0.3", "3"), version),
        text("draft.yaml", &VALID.replace("3.0.3", "draft"), version),
        text(
            "allowed.yaml",
            &VALID.replace(".3\n", ".3-1\n").replace("3.0.3-1", &allowed()),
            version,
        ),
        text("swagger.yaml", &VALID.replace("openapi: 3.0.3", "swagger: '2.0'"), version),
        text("without-version.yaml", &VALID.replace("openapi: 3.0.3\n", ""), version),
    ]
}

/// A version that a comment allows.
fn allowed() -> String {
    "3.1.0 # lint-allow openapi-version-unsupported: we know".to_owned()
}

#[test]
fn unusable_input_has_exit_status_2_with_every_filter() {
    let mut table = String::new();
    let mut wrong = Vec::new();
    for (name, bytes, rule) in inputs() {
        let folder = Folder::with(&[("beside.yaml", VALID)]);
        fs::write(folder.path(name), bytes).expect("a file");
        for filter in FILTERS {
            let run = folder.lint(&[filter, &["--format", "json", name, "beside.yaml"]].concat());
            let line = format!("{:?} {name} {}", run.code, filter.join(" "));
            let mut rules = run.rules_of(name);
            // Every alias has a warning of its own.
            rules.retain(|rule| rule != "alias-used");
            if run.code != Some(2) || rules != [rule] {
                wrong.push(format!("{line}: expected {rule}, found {rules:?}"));
            }
            table += &format!("{line}\n");
        }
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_referenced_file_that_cannot_be_read_has_exit_status_2() {
    let text = format!("{VALID}components: {{schemas: {{A: {{$ref: 'a.yaml#/A'}}}}}}\n");
    for filter in FILTERS {
        let folder = Folder::with(&[("openapi.yaml", &text), ("a.yaml", "A: {type: string\n")]);
        let run = folder.lint(&[filter, &["openapi.yaml"]].concat());
        assert_eq!(run.code, Some(2), "{filter:?}");
        assert!(run.out.contains("a.yaml:2:1: error"), "{}", run.out);
        assert!(run.err.contains("error: cannot check a.yaml"), "{}", run.err);
    }
}

#[test]
fn a_baseline_takes_no_unusable_input_away() {
    let known = r#"{"diagnostics": [{"rule": "syntax-invalid", "path": "a.yaml", "pointer": "", "reason": "known"}]}"#;
    let folder = Folder::with(&[("a.yaml", "a: ["), ("known.json", known)]);
    let run = folder.lint(&["a.yaml", "--baseline", "known.json"]);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert!(
        run.out.contains("syntax-invalid") && !run.out.contains("baseline-stale"),
        "{}",
        run.out
    );
}

#[test]
fn a_second_document_does_not_pass() {
    let text = format!("{VALID}---\n{FAULTY}");
    super::check(&text, &["--only", "values"], 1, &["document-second"]);
}

#[test]
fn values_that_take_too_long_to_match_are_not_passed_over() {
    let long = "a".repeat(100);
    let text = format!(
        "{VALID}components:\n  schemas:\n    A: {{type: string, pattern: '^(a*)*\\1(a*)*\\2(a*)*\\3b', \
         example: {long}}}\n"
    );
    for filter in [&["--only", "values"][..], &["--only", "example-invalid"], &["--skip", "style"]]
    {
        super::check(&text, filter, 0, &["value-unchecked"]);
    }
    super::check(&text, &["--only", "values", "--deny", "warnings"], 1, &["value-unchecked"]);
}

#[test]
fn parts_that_take_too_long_to_compare_are_not_passed_over() {
    let declared: Vec<String> = (0..2000)
        .map(|at| {
            format!("{{properties: {{a{at}: {{}}}}, additionalProperties: {{maxLength: 9}}}}")
        })
        .collect();
    let text = format!(
        "{VALID}components:\n  schemas:\n    A: {{allOf: [{}]}}\n    B: {{allOf: [{{type: string}}, {{type: integer}}]}}\n",
        declared.join(", ")
    );
    super::check(&text, &["--only", "composition-contradictory"], 0, &["value-unchecked"]);
}
