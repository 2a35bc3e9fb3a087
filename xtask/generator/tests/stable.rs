//! Generated files change with the meaning of the document, and two branches can both add to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn document() -> String {
    fs::read_to_string(root().join("openapi.yaml")).expect("the document")
}

/// A document to which operations can be added whatever is added to `openapi.yaml`.
const FROZEN: &str = include_str!("../../edits/frozen/document.yaml");

/// A folder with a document and what was generated from it.
struct Workspace(tempfile::TempDir);

impl Workspace {
    fn of(document: &str) -> Self {
        let workspace = Self(tempfile::tempdir().expect("a folder"));
        workspace.generate(document);
        workspace
    }

    /// Writes a document and what it generates.
    fn generate(&self, document: &str) {
        fs::write(self.0.path().join("openapi.yaml"), document).expect("a document");
        let (is_fine, printed) = self.run(&[]);
        assert!(is_fine, "{printed}");
    }

    /// Checks whether only the copy of a document is out of date, and no generated code.
    fn check(&self, document: &str) -> (bool, String) {
        fs::write(self.0.path().join("openapi.yaml"), document).expect("a document");
        let (is_same, printed) = self.run(&["--check"]);
        let is_copied = printed.contains("files are out of date: mock/openapi.yaml; run");
        (!is_same && is_copied, printed)
    }

    fn run(&self, arguments: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_generator"));
        command.arg("generate").arg("--spec").arg(self.0.path().join("openapi.yaml"));
        output(command.arg("--out").arg(self.0.path()).args(arguments))
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.current_dir(&self.0).args(["-c", "user.name=a", "-c", "user.email=a@example.com"]);
        let (is_fine, printed) = output(command.args(arguments));
        assert!(is_fine, "git {arguments:?}: {printed}");
        printed
    }

    /// Adds an operation on a branch of its own, starting from the first commit.
    fn branch(&self, name: &str, added: Added) {
        self.git(&["checkout", "--quiet", "-b", name, "base"]);
        self.generate(&with(FROZEN, added));
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", name]);
    }
}

fn output(command: &mut Command) -> (bool, String) {
    let output = command.output().expect("the command runs");
    let printed =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    (output.status.success(), printed.concat())
}

/// An operation with a schema of its own, and the path and the schema of the document that they go
/// before.
#[derive(Clone, Copy)]
struct Added {
    id: &'static str,
    before: [&'static str; 2],
}

fn with(document: &str, Added { id, before: [path, schema] }: Added) -> String {
    let (path, schema) = (format!("\n  {path}:\n"), format!("\n    {schema}:\n"));
    assert!(document.contains(&path) && document.contains(&schema), "no{path} or{schema}");
    let operation = format!(
            "
  /v1/{{project_id}}/{}:
    get:
      operationId: {id}
      summary: Show what is new
      description: Shows what is new.
      security: [{{token: []}}]
      parameters:
        - {{name: project_id, in: path, required: true, description: The project., schema: {{type: string}}, example: p}}
      responses:
        '200':
          description: What is new.
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/{id}Response'}}
              examples: {{documented: {{value: {{name: a}}}}}}
",
            id.trim_start_matches("Show").to_lowercase()
        );
    let document = document.replacen(&path, &(operation.trim_end().to_owned() + &path), 1);
    let added =
        format!("\n    {id}Response: {{type: object, properties: {{name: {{type: string}}}}}}");
    document.replacen(&schema, &(added + &schema), 1)
}

fn reversed(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(reversed).collect(),
        Value::Object(members) => {
            members.into_iter().rev().map(|(key, value)| (key, reversed(value))).collect()
        }
        value => value,
    }
}

#[test]
fn comments_and_white_space_change_no_code() {
    let workspace = Workspace::of(&document());
    let document = document().replace("\n  /v1/", "\n\n  # A path.\n  /v1/");
    let (is_same, printed) = workspace.check(&(document + "# The end.\n"));
    assert!(is_same, "{printed}");
}

#[test]
fn the_order_of_keys_changes_no_code() {
    let workspace = Workspace::of(&document());
    let source = spec::Source::new("openapi.yaml", document());
    let value = spec::Document::parse(&source).expect("is readable").root().to_value();
    let text = serde_json::to_string_pretty(&reversed(value)).expect("JSON");
    let (is_same, printed) = workspace.check(&text);
    assert!(is_same, "{printed}");
    let (is_same, _) = workspace.check(&text.replace("Show an app", "Show one app"));
    assert!(!is_same, "another summary changed nothing");
}

const EARLY: [&str; 2] = ["/v1/{project_id}/app-auth/apps/{app_id}", "ApigAppInfosResponse"];
const LATE: [&str; 2] = [
    "/v1/{project_id}/services/{service_id}/app-auth-apis/{api_id}/app-auth-api",
    "CreateApiRequest",
];

/// How the report begins when both operations are there.
fn both() -> String {
    let source = spec::Source::new("document.yaml", FROZEN);
    let document = spec::Document::parse(&source).expect("is readable");
    format!("{} operations", spec::operations(&document).count() + 2)
}

/// Two branches that each add an operation, merged.
fn merged(first: &'static str, second: &'static str) -> Workspace {
    let workspace = Workspace::of(FROZEN);
    let attributes = workspace.0.path().join(".gitattributes");
    fs::copy(root().join(".gitattributes"), attributes).expect("attributes");
    workspace.git(&["init", "--quiet", "--initial-branch", "base"]);
    workspace.git(&["add", "--all"]);
    workspace.git(&["commit", "--quiet", "--message", "base"]);
    workspace.branch("first", Added { id: first, before: EARLY });
    workspace.branch("second", Added { id: second, before: LATE });
    workspace.git(&["merge", "--quiet", "--no-edit", "first"]);
    workspace
}

#[test]
fn branches_that_add_operations_merge() {
    for (first, second) in [("ShowQuota", "ShowUsage"), ("ShowUsage", "ShowEvents")] {
        let workspace = merged(first, second);
        let (is_same, printed) = workspace.run(&["--check"]);
        assert!(is_same, "{first}, {second}: {printed}");
        assert!(printed.starts_with(&both()), "{printed}");
    }
}

#[test]
fn files_merged_at_one_place_are_generated_again() {
    let workspace = merged("ShowQuota", "ShowQuotas");
    let (is_fine, printed) = workspace.run(&[]);
    assert!(is_fine && printed.starts_with(&both()), "{printed}");
    let (is_same, printed) = workspace.run(&["--check"]);
    assert!(is_same, "{printed}");
}
