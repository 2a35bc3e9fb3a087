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
    check_documents(BASE, &BASE.replace(from, to), arguments, code, parts);
}

fn check_documents(base: &str, head: &str, arguments: &[&str], code: i32, parts: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a document");
        path
    };
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("diff")
        .args([file("base.yaml", base), file("head.yaml", head)])
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
fn document_does_not_differ_from_itself() {
    check("", "", &[], 0, &["0 changes", "no version bump"]);
}

#[test]
fn change_has_its_locations_and_impact() {
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
fn another_spelling_of_a_name_in_rust_breaks_no_source() {
    let base = r##"openapi: 3.0.3
info: {title: Small, version: 0.1.0}
paths:
  "/apps/{<name>}":
    get:
      operationId: "<name>"
      parameters: [{name: "<name>", in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: The app.
          content: {application/json: {schema: {$ref: "#/components/schemas/<name>"}}}
components: {schemas: {"<name>": {type: object, properties: {id: {type: string}}}}}
"##;
    let named = |name: &str| base.replace("<name>", name);
    for (before, after) in [
        ("user's_app", "users_app"),
        ("+1", "plus1"),
        ("-1", "minus1"),
        ("appⒶ", "app"),
        ("show-app", "ShowApp"),
    ] {
        for (base, head) in [(before, after), (after, before)] {
            let arguments = ["--fail-on", "breaking"];
            let parts = ["operation-id-changed", "schema-renamed"];
            check_documents(&named(base), &named(head), &arguments, 0, &parts);
        }
    }
    check_documents(&named("a-b"), &named("ab"), &["--fail-on", "breaking"], 1, &["source"]);
}

#[test]
fn fail_on_depends_on_the_level() {
    check("ListApps", "ListApigApps", &["--fail-on", "breaking"], 1, &["breaking"]);
    check("The apps.", "All apps.", &["--fail-on", "breaking"], 0, &[]);
}

#[test]
fn every_format_has_the_change() {
    let change = |format, parts: &[&str]| {
        check("maxLength: 9", "maxLength: 5", &["--format", format], 0, parts);
    };
    let parts = [
        "{\"changes\":[{",
        "\"id\":\"max-length-changed\"",
        "\"requests\":\"breaking\"",
        "\"responses\":\"none\"",
        "\"source\":\"none\"",
        "\"rationale\":\"Request: ",
        "\"line\":8",
        "\"before_1_0\":\"minor\"",
    ];
    change("json", &parts);
    change("github", &["::error file=", "head.yaml,line=8,col=", "title=max-length-changed::"]);
    change("markdown", &["| - | - |", "(`max-length-changed`) |", "| 8 | **breaking** |"]);
}

#[test]
fn potentially_breaking_is_risky_for_programs_only() {
    let change = |arguments: &[&str], code, parts: &[&str]| {
        check("schema: {", "schema: {default: a, ", arguments, code, parts);
    };
    change(&[], 0, &["potentially breaking: `default`", "1 change: 1 potentially breaking"]);
    change(&["--format", "json"], 0, &["\"level\":\"risky\"", "\"requests\":\"risky\""]);
    change(&["--fail-on", "risky"], 1, &["potentially breaking"]);
}

#[test]
fn all_shows_changes_without_impact() {
    check("The apps.", "All apps.", &[], 0, &["0 changes"]);
    check("The apps.", "All apps.", &["--all"], 0, &["1 change: 1 none", "[description-changed]"]);
}

#[test]
fn kind_is_explained_with_its_cases() {
    let parts = [
        "# max-length-changed\n",
        "The reverse change is",
        "Reported (requests, responses, source):",
    ];
    check("", "", &["--explain", "max-length-changed"], 0, &parts[..1]);
    check("", "", &["--explain", "operation-added"], 0, &parts[1..]);
    check(
        "",
        "",
        &["--explain", "nothing"],
        2,
        &["error: unknown kind of change `nothing`", "help: run `cargo xtask diff --list`"],
    );
}

#[test]
fn unreadable_document_is_an_error_with_its_line() {
    let broken = BASE.replace("info: {", "info: [");
    check_documents(BASE, &broken, &[], 2, &["head.yaml:3:"]);
    check_documents(&broken, BASE, &[], 2, &["base.yaml:3:"]);
    // Of a key that is there twice only one value could be compared.
    check_documents("openapi: 3.0.3\na: 1\na: 2\n", BASE, &[], 2, &["base.yaml:3:1"]);
}

#[test]
fn other_versions_of_openapi_are_errors() {
    for other in ["openapi: 3.1.0\n", "swagger: '2.0'\n", "name: a\n", "- a\n", "<p>a</p>\n"] {
        let parts = ["base.yaml:1:1: error", "openapi-version-unsupported"];
        check_documents(other, other, &[], 2, &parts);
        check_documents(BASE, other, &[], 2, &["head.yaml:1:1: error"]);
    }
}

#[test]
fn base_that_cannot_be_read_is_an_error() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diff", "no-such-revision"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("the command runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    let start =
        "error: cannot read `no-such-revision`: neither a file nor a git revision with openapi";
    assert!(error.starts_with(start), "{error}");
}

#[test]
fn files_beside_the_documents_are_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let document = BASE.replace("{type: string, maxLength: 9}", "{$ref: 'parts.yaml#/A'}");
    for side in ["old", "new"] {
        write(&format!("{side}/api.yaml"), &document);
        write(&format!("{side}/parts.yaml"), "A: {$ref: 'more/parts.yaml#/B'}\n");
        write(&format!("{side}/more/parts.yaml"), "B: {type: string}\n");
    }
    let diff = |code: i32, part: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["diff", "old/api.yaml", "new/api.yaml", "--fail-on", "breaking"])
            .current_dir(folder.path())
            .output()
            .expect("the command runs");
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.code() == Some(code) && printed.contains(part), "{printed}");
    };
    diff(0, "0 changes");
    write("new/more/parts.yaml", "# Another comment\nB: {type: 'string'}\n");
    diff(0, "0 changes");
    write("new/more/parts.yaml", "B: {type: integer}\n");
    diff(1, "file `parts.yaml` differs between the documents");
    fs::remove_file(folder.path().join("new/more/parts.yaml")).expect("the file is there");
    diff(1, "[referenced-file-changed]");
}
