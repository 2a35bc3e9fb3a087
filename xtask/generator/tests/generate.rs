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
          x-guaranteed: [/name]
          content:
            application/json:
              schema: {$ref: '#/components/schemas/App'}
              examples: {documented: {value: {name: a}}}
components:
  schemas:
    AppId: {type: string, description: ID of an app.}
    App: {type: object, properties: {name: {type: string}}}
";

/// Runs the command, looks for `parts` in what it prints, and returns that.
fn check(arguments: &[&str], code: i32, parts: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
        .arg("generate")
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
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
    printed
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

/// The version in Cargo.lock.
fn locked_progenitor() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("a lock file");
    let (_, rest) = lock.split_once("name = \"progenitor\"\nversion = \"").expect("a dependency");
    rest.split('"').next().expect("a version").to_owned()
}

fn read(out: &str, file: &str) -> String {
    fs::read_to_string(Path::new(out).join(file)).expect("a generated file")
}

#[test]
fn generated_files_are_up_to_date() {
    check(&["--check"], 0, &["unchanged  client/src/generated/api.rs"]);
}

#[test]
fn generating_twice_changes_nothing() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &["1 operation, 2 schemas, 2 tests\n", "written"]);
    let first = FILES.map(|file| read(&out, file));
    check(&["--spec", &path, "--out", &out], 0, &["unchanged"]);
    assert_eq!(first, FILES.map(|file| read(&out, file)));
    check(&["--spec", &path, "--out", &out, "--check"], 0, &["unchanged"]);
}

#[test]
fn edited_file_is_reported_and_not_overwritten() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let file = Path::new(&out).join(FILES[1]);
    let edited = read(&out, FILES[1]).replace("Show an app", "Show the app");
    fs::write(&file, &edited).expect("an edit");
    let parts = [
        "stale      client/src/generated/operations.rs",
        "--- client/src/generated/operations.rs\n+++ client/src/generated/operations.rs (generated)\n@@ ",
        "\n-    /// Show the app.\n+    /// Show an app.\n",
        "error: generated files are out of date: client/src/generated/operations.rs;",
        "run `cargo xtask generate`",
    ];
    check(&["--spec", &path, "--out", &out, "--check"], 1, &parts);
    assert_eq!(read(&out, FILES[1]), edited);
}

#[test]
fn file_that_the_document_does_not_need_is_removed() {
    const RUNTIME: &str = "client/src/generated/operations/responses.rs";
    let bytes = SMALL.replace("application/json", "image/png");
    let (_folder, path, out) = folder(&bytes.replace("x-guaranteed", "x-other"));
    check(&["--spec", &path, "--out", &out], 0, &[&format!("written    {RUNTIME}")]);
    let own = Path::new(&out).join("client/src/generated/operations/notes.rs");
    fs::write(&own, "// My own.").expect("a file");
    fs::write(&path, SMALL).expect("a document");
    let parts = [&format!("stale      {RUNTIME}"), "error: generated files are out of date: "];
    check(&["--spec", &path, "--out", &out, "--check"], 1, &parts);
    check(&["--spec", &path, "--out", &out], 0, &[&format!("removed    {RUNTIME}")]);
    assert!(own.exists() && !Path::new(&out).join(RUNTIME).exists());
    check(&["--spec", &path, "--out", &out, "--check"], 0, &[]);
}

#[test]
fn long_difference_is_shortened() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    fs::write(Path::new(&out).join(FILES[1]), "").expect("an edit");
    fs::remove_file(Path::new(&out).join(FILES[2])).expect("a file");
    let printed =
        check(&["--spec", &path, "--out", &out, "--check"], 1, &["missing    client/src/"]);
    let difference =
        printed.lines().skip_while(|line| !line.starts_with("---")).collect::<Vec<_>>();
    let end = difference.iter().position(|line| line.starts_with("… ")).expect("a shortened diff");
    assert_eq!(end, 40, "{printed}");
    check(&["--spec", &path, "--out", &out], 0, &[]);
    // Two lines are names, one is a place.
    let all = read(&out, FILES[1]).lines().count() + 3;
    assert_eq!(difference[end], format!("… {} more lines", all - 40));
}

#[test]
fn times_are_printed_on_request() {
    let (_folder, path, out) = folder(SMALL);
    let printed = check(&["--spec", &path, "--out", &out], 0, &[]);
    assert!(!printed.contains(" ms"), "{printed}");
    check(&["--spec", &path, "--out", &out, "--verbose"], 0, &["read ", "progenitor ", " ms\n"]);
}

#[test]
fn help_says_where_the_output_compiles() {
    check(&["--help"], 0, &["--spec", "--out", "copy of this workspace", "compiles"]);
}

#[test]
fn commands_require_the_workspace() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("small.yaml"), SMALL).expect("a document");
    for (arguments, missing) in [
        (&["generate"][..], "no client/Cargo.toml"),
        (&["generate", "--check"], "no client/Cargo.toml"),
        (&["generate", "--spec", "small.yaml", "--out", "out"], "no client/Cargo.toml"),
        (&["lint"], "no openapi.yaml"),
        (&["diff", "small.yaml"], "no openapi.yaml"),
    ] {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_generator"));
        let xtask =
            xtask.args(arguments).current_dir(folder.path()).env_remove("CARGO_MANIFEST_DIR");
        let output = xtask.output().expect("the command runs");
        let error = String::from_utf8_lossy(&output.stderr);
        let place = folder.path().file_name().expect("a name").to_string_lossy();
        for part in ["error: expected the root", missing, &place, "\nhelp: run "] {
            assert!(error.contains(part), "{arguments:?}: no `{part}` in\n{error}");
        }
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!folder.path().join("out").exists(), "something was written");
    }
}

#[test]
fn schema_may_have_the_name_of_a_type_of_the_client() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let values = read(&out, FILES[2]);
    let imports = values.lines().filter_map(|line| line.strip_prefix("use ")?.strip_suffix(';'));
    let names: Vec<_> = imports.filter_map(|path| path.rsplit("::").next()).collect();
    let is_type = |name: &&&str| name.starts_with(char::is_uppercase);
    assert!(names.contains(&"*"), "the schemas are not imported: {names:?}");
    assert_eq!(names.iter().find(is_type), None, "it would hide a schema of that name");
}

/// A document in which every part that lint allows one on has an extension, in place of `…`.
const EXTENDED: &str = "\
openapi: 3.0.3
info: {title: Extended, version: 0.1.0}
paths:
  /v1/apps/{app_id}:
    put:
      operationId: PutApp
      parameters:
        - {name: app_id, in: path, required: true, schema: {type: string, …}, …}
        - {name: size, in: query, schema: {type: integer, …}, …}
        - {name: Size, in: query, schema: {type: integer, …}, …}
        - {name: key, in: query, schema: {type: string, format: password, …}, …}
        - {name: ids, in: query, schema: {type: array, items: {type: string, …}, …}, …}
        - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}, …}
        - {name: where, in: query, style: deepObject, schema: {type: object, …}, …}
        - {name: X-Language, in: header, schema: {type: string, …}, …}
      requestBody:
        content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/App'}, …}}
        …
      responses: {'200': {description: The app., …}}
      …
    post:
      operationId: PostIcon
      parameters: [{name: app_id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {image/png: {schema: {type: string, …}, …}}, …}
      responses: {'200': {description: The icon.}}
    patch:
      operationId: PatchApp
      parameters: [{name: app_id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, …}, …}}, …}
      responses: {'200': {description: The app.}}
components:
  schemas:
    App: {type: object, properties: {name: {type: string, …}}, …}
";

#[test]
fn extensions_of_the_author_have_no_effect() {
    let without = EXTENDED.lines().filter(|line| line.trim() != "…").collect::<Vec<_>>();
    let (_folder, path, out) = folder(&without.join("\n").replace(", …", ""));
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let keys = ["x-join", "x-deep", "x-content-type", "x-ident", "x-secret", "x-rust-type"];
    for value in ["5", "true", "';'", "text/csv"] {
        let extensions = keys.map(|key| format!("{key}: {value}"));
        let document = EXTENDED.lines().map(|line| {
            // In a block, each is a line of its own.
            let separator = line.strip_suffix('…').map_or(", ".to_owned(), |at| format!("\n{at}"));
            line.replace('…', &extensions.join(&separator)) + "\n"
        });
        fs::write(&path, document.collect::<String>()).expect("a document");
        // The copy of the document for the mock server has them, and no other file.
        let only_the_copy = "out of date: mock/openapi.yaml; run";
        check(&["--spec", &path, "--out", &out, "--check"], 1, &[only_the_copy]);
    }
}

#[test]
fn pagination_of_another_tool_has_no_effect() {
    let foreign = "ShowApp\n      x-pagination: {limitParam: limit, resultsPath: apps}";
    let (_folder, path, out) = folder(&SMALL.replace("ShowApp", foreign));
    check(&["--spec", &path, "--out", &out], 0, &[]);
    assert!(!read(&out, FILES[1]).contains("fn pages"));
}

#[test]
fn operation_gets_a_method_documentation_and_tests() {
    let (_folder, path, out) = folder(SMALL);
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let operations = read(&out, FILES[1]);
    for part in [
        "/// Show an app.",
        "pub fn show_app(&self, app_id: impl Into<crate::AppId>) -> ShowApp",
        "pub fn verbose(mut self, verbose: bool) -> Self",
        "safety: Safety::Read",
        "\"/name\"",
    ] {
        assert!(operations.contains(part), "no `{part}` in\n{operations}");
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
        assert!(text.contains(&format!("progenitor {}", locked_progenitor())), "{file}");
    }
}

/// A time that no integer holds, beside the property of the document.
const HUGE_TIME: &str = "{name: {type: string}, time: {type: integer, minimum: -1, \
                         maximum: 18446744073709551615, x-timestamp: seconds}}";

#[test]
fn unsupported_input_is_reported_with_its_place() {
    for (from, to, parts) in [
        ("ShowApp\n", "[ShowApp]\n", ["small.yaml:6:", "operationId"]),
        ("schemas/App'", "schemas/Nothing'", ["small.yaml:18:", "schemas/Nothing"]),
        ("    get:", "    options:", ["small.yaml:5:5", "OPTIONS"]),
        ("in: path,", "in: path, style: label,", ["small.yaml:9:", "`label`"]),
        ("name: verbose, in: query", "name: App-Id, in: header", ["small.yaml:11:", "`App-Id`"]),
        ("in: query", "in: cookie", ["small.yaml:11:", "cookie"]),
        ("[/name]", "[/title]", ["small.yaml:15:26", "`/title`"]),
        ("{name: {type: string}}", HUGE_TIME, ["small.yaml:", "no integer holds the bounds"]),
        ("type: boolean", "type: {}", ["small.yaml:11:", "`type`, found an object"]),
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
fn password_is_a_secret_in_every_parameter() {
    let other = "{name: Verbose, in: query, schema: {type: string, format: password}}";
    let document = SMALL.replace("type: boolean", "type: string, format: password");
    let document =
        document.replace("      responses:", &format!("        - {other}\n      responses:"));
    let (_folder, path, out) = folder(&document.replace(", example: true", ""));
    check(&["--spec", &path, "--out", &out], 0, &[]);
    let operations = read(&out, FILES[1]);
    for field in ["verbose", "verbose2"] {
        let field = format!("{field}: Option<crate::Secret>");
        assert!(operations.contains(&field), "no `{field}` in\n{operations}");
    }
}

#[test]
fn keywords_are_names_of_operations_parameters_and_properties() {
    for keyword in ["gen", "async", "self", "try"] {
        let document = SMALL
            .replace("ShowApp", keyword)
            .replace("name: verbose", &format!("name: {keyword}"))
            .replace(
                "{name: {type: string}}",
                &format!("{{name: {{type: string}}, {keyword}: {{}}}}"),
            );
        let (_folder, path, out) = folder(&document);
        check(&["--spec", &path, "--out", &out], 0, &[]);
        for name in [format!("pub fn {keyword}_(&self, "), format!("pub fn {keyword}_(mut self, ")]
        {
            assert!(read(&out, FILES[1]).contains(&name), "no `{name}`");
        }
        assert!(read(&out, FILES[0]).contains(&format!("pub {keyword}_: ")), "{keyword}");
    }
}

#[test]
fn other_errors_are_counted() {
    let (_folder, path, out) = folder(&SMALL.replace("{app_id}", "{id}"));
    check(&["--spec", &path, "--out", &out], 0, &["not valid in 2 places"]);
}

#[test]
fn closed_pipe_is_not_a_failure() {
    let (_folder, path, out) = folder(SMALL);
    let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
    command.args(["generate", "--spec", &path, "--out", &out]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the command runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn missing_document_is_reported() {
    check(&["--spec", "nowhere.yaml"], 2, &["nowhere.yaml"]);
}
