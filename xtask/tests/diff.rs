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
    let (status, out, err) = run(base, head, "", arguments);
    let printed = out + &err;
    assert_eq!(status, Some(code), "{printed}");
    for part in parts {
        assert!(printed.contains(part), "no `{part}` in\n{printed}");
    }
}

/// Compares two documents in a folder with a file `accepted.yaml`; returns the exit status, the
/// standard output and the standard error.
fn run(
    base: &str,
    head: &str,
    accepted: &str,
    arguments: &[&str],
) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a document");
        path
    };
    let accepted = file("accepted.yaml", accepted).display().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("diff")
        .args([file("base.yaml", base), file("head.yaml", head)])
        .args(arguments.iter().map(|text| text.replace("accepted.yaml", &accepted)))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("the command runs");
    let [out, err] =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.code(), out, err)
}

#[test]
fn document_does_not_differ_from_itself() {
    check("", "", &[], 0, &["0 changes, from ", "base.yaml to "]);
}

#[test]
fn change_has_its_locations_and_impact() {
    let parts = [
        "`maxLength` of parameter `limit` changed from 9 to 5",
        "GET /apps\n",
        "head.yaml:8:",
        "base.yaml:8:",
        "requests breaking",
    ];
    check("maxLength: 9", "maxLength: 5", &[], 0, &parts);
    let parts = ["[operation-id-changed]\n  source breaking\n"];
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
        "\"changes\":[{",
        "\"id\":\"max-length-changed\"",
        "\"requests\":\"breaking\"",
        "\"responses\":\"none\"",
        "\"source\":\"none\"",
        "\"reasons\":[\"Request: ",
        "\"calls\":[\"GET /apps\"]",
        "\"line\":8",
        "\"release\":null",
    ];
    change("json", &parts);
    change("github", &["::error file=", "head.yaml,line=8,col=", "title=max-length-changed::"]);
    let row = "| `maxLength` of parameter `limit` changed from 9 to 5 (`max-length-changed`) \
               | **breaking** |  |  | 8 |";
    change("markdown", &["### GET /apps\n", "| - | - |", row]);
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

#[test]
fn reasons_are_those_of_the_impact_and_each_is_told_once() {
    let base = BASE.replace(
        "parameters:\n",
        "parameters:\n        - {name: order, in: query, schema: {type: string, maxLength: 9}}\n",
    );
    for format in ["pretty", "markdown"] {
        let head = base.replace("maxLength: 9", "maxLength: 5");
        let (_, out, _) = run(&base, &head, "", &["--format", format]);
        assert_eq!(out.matches("changed from 9 to 5").count(), 2, "{out}");
        assert_eq!(
            out.matches("Request: if the bound is stricter, the server rejects values").count(),
            1,
            "{out}"
        );
        assert!(!out.contains("Response: "), "{out}");
    }
}

/// A document with this many parameters of one operation; each has this `maxLength`.
fn with_parameters(count: usize, length: usize) -> String {
    let parameters = (0..count).map(|number| {
        let schema = format!("{{type: string, maxLength: {length}}}");
        format!("        - {{name: filter_{number}, in: query, schema: {schema}}}\n")
    });
    let list = "        - {name: limit, in: query, schema: {type: string, maxLength: 9}}\n";
    BASE.replace(list, &parameters.collect::<String>())
}

#[test]
fn markdown_fits_into_a_comment_and_says_what_is_left_out() {
    let markdown = |count| {
        let (base, head) = (with_parameters(count, 9), with_parameters(count, 5));
        run(&base, &head, "", &["--format", "markdown"]).1
    };
    let rows = |text: &str| text.matches("(`max-length-changed`) |").count();
    let small = markdown(12);
    assert_eq!(rows(&small), 12, "{small}");
    assert!(small.starts_with("12 changes: 12 breaking, from "), "{small}");
    assert!(!small.contains("not shown"), "{small}");
    let large = markdown(2000);
    assert!(large.chars().count() <= 65_536, "{}", large.chars().count());
    let left = format!("\n{} more changes are not shown;", 2000 - rows(&large));
    assert!(rows(&large) > 500 && large.contains(&left), "{large}");
    assert!(large.starts_with("2000 changes: 2000 breaking, from "), "{large}");
    assert!(large.contains("- `max-length-changed`: Request: "), "{large}");
}

#[test]
fn version_is_that_of_the_document_of_the_workspace() {
    let (status, out, err) = run(BASE, BASE, "", &["--fail-on", "version"]);
    assert_eq!(status, Some(2), "{out}{err}");
    assert!(err.contains("is not the document of the workspace, so it has no version"), "{err}");
    assert!(!out.contains("version"), "{out}");
}

const ENTRY: &str = "\
- kind: max-length-changed
  at: /paths/~1apps/get/parameters/0/schema/maxLength
  reason: The service never accepted more.
";

#[test]
fn accepted_change_is_told_with_its_reason_and_does_not_fail() {
    let head = BASE.replace("maxLength: 9", "maxLength: 5");
    let arguments = ["--accepted", "accepted.yaml", "--fail-on", "compatible"];
    let (status, out, err) = run(BASE, &head, ENTRY, &arguments);
    assert_eq!(status, Some(0), "{out}{err}");
    for part in [
        "accepted: `maxLength` of parameter `limit` changed from 9 to 5 [max-length-changed]\n",
        "reason: The service never accepted more.\n",
        "0 changes, and 1 accepted, from ",
    ] {
        assert!(out.contains(part), "no `{part}` in\n{out}");
    }
    // Other changes fail as before.
    let other = head.replace("ListApps", "ListApigApps");
    let (status, out, _) = run(BASE, &other, ENTRY, &arguments);
    assert_eq!(status, Some(1), "{out}");
    let (_, out, _) = run(BASE, &head, ENTRY, &["--accepted", "accepted.yaml", "--format", "json"]);
    assert!(out.contains("\"changes\":[],\"accepted\":[{\"id\":\"max-length-changed\""), "{out}");
    let (_, out, _) =
        run(BASE, &head, ENTRY, &["--accepted", "accepted.yaml", "--format", "markdown"]);
    assert!(out.contains("(`max-length-changed`): The service never accepted more."), "{out}");
}

#[test]
fn entry_without_a_change_is_an_error() {
    let (status, out, err) = run(BASE, BASE, ENTRY, &["--accepted", "accepted.yaml"]);
    assert_eq!(status, Some(1), "{out}{err}");
    let error = "accepted.yaml:1:3: expected a change max-length-changed at /paths/~1apps/get/\
                 parameters/0/schema/maxLength, found none\nhelp: remove the entry";
    assert!(err.contains(error), "{err}");
}

#[test]
fn entry_that_is_not_complete_is_unusable() {
    for (from, to, error) in [
        (
            "  reason: The service never accepted more.\n",
            "",
            "expected a text `reason`, found none",
        ),
        ("The service never accepted more.", "' '", "expected a text `reason`, found none"),
        ("  at: /paths/~1apps/get/parameters/0/schema/maxLength\n", "", "expected a text `at`"),
        ("max-length-changed", "max-length", "unknown kind of change `max-length`"),
        ("reason:", "because:", "unknown key `because`"),
        (ENTRY, "kind: a\n", "expected a list of entries"),
        (ENTRY, "- a\n", "expected a text `kind`"),
        (ENTRY, "- {\n", "accepted.yaml:"),
    ] {
        let accepted = ENTRY.replace(from, to);
        let head = BASE.replace("maxLength: 9", "maxLength: 5");
        let (status, out, err) = run(BASE, &head, &accepted, &["--accepted", "accepted.yaml"]);
        assert_eq!(status, Some(2), "{accepted}{out}{err}");
        assert!(err.contains(error), "no `{error}` in\n{err}");
    }
}
