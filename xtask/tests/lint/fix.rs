//! `--fix` changes only the bytes concerned.

use std::fs;

use super::{Folder, VALID};

/// Runs `--fix` with some rules, and returns the text afterwards and what was printed to standard
/// error.
#[track_caller]
fn fix(name: &str, text: &str, rules: &str, code: i32) -> (String, String) {
    let folder = Folder::with(&[(name, text)]);
    let run = folder.lint(&["--fix", "--only", rules, "--deny", "warnings", name]);
    assert_eq!(run.code, Some(code), "{}{}", run.out, run.err);
    (fs::read_to_string(folder.path(name)).expect("the file"), run.err)
}

#[test]
fn statuses_get_quotes() {
    let text = "\u{feff}openapi: 3.0.3 # a\r\ninfo: {title: A, version: '1'}\r\npaths:\r\n  /a:\r\n    get:\r\n      responses:\r\n        \
                200:   {description: A.} # b\r\n        ? 404\r\n        : {description: B.}\r\n";
    let (fixed, err) = fix("a.yaml", text, "status-code-unquoted", 0);
    assert_eq!(fixed, text.replace("200:", "\"200\":").replace("404", "\"404\""));
    let start = "fixed 2 problems in a.yaml: 2 of status-code-unquoted\n";
    assert!(err.starts_with(start), "{err}");
}

#[test]
fn duplicates_are_removed_and_comments_stay() {
    let text = format!(
        "{VALID}components:
  schemas:
    A:
      required:
        - a # first
        - b
        - a
        # between
        - a # last
      enum: [1, {{a: 1}}, 1.0, 2,   {{a: 1}}]
    B:
      enum: [
        x, # one
        x, # two
        'y' ]
"
    );
    let (fixed, err) = fix("a.yaml", &text, "required-duplicate,enum-duplicate", 0);
    let expected = format!(
        "{VALID}components:
  schemas:
    A:
      required:
        - a # first
        - b
        # between
        # last
      enum: [1, {{a: 1}}, 2]
    B:
      enum: [
        x # one
        , # two
        'y' ]
"
    );
    assert_eq!(fixed, expected);
    let start = "fixed 5 problems in a.yaml: 3 of enum-duplicate, 2 of required-duplicate\n";
    assert!(err.starts_with(start), "{err}");
}

#[test]
fn a_parameter_that_is_referred_to_twice_is_removed() {
    let parameter = "components: {parameters: {A: {name: a, in: query, schema: {}}}}\n";
    let list = "
      parameters:
        - $ref: '#/components/parameters/A'
        - {name: b, in: query, schema: {}}
";
    let copy = "        - $ref: '#/components/parameters/A'\n";
    let text = |list: &str| {
        let get = format!("get:{list}      responses: {{default: {{description: An a.}}}}");
        VALID.replace("paths: {}", &format!("paths:\n  /a:\n    {get}")) + parameter
    };
    let (fixed, _) = fix("a.yaml", &text(&format!("{list}{copy}")), "parameter-duplicate", 0);
    assert_eq!(fixed, text(list));
    let other = "        - {name: a, in: query, schema: {}}\n";
    let text = text(&format!("{list}{other}"));
    assert_eq!(fix("a.yaml", &text, "parameter-duplicate", 1).0, text);
}

#[test]
fn secrets_are_marked() {
    let text = format!(
        "{VALID}components:
  schemas:
    A:
      properties:
        password:
          type: string # plain
          description: A password.
        app_secret: {{type: string, description: B.}}
        tokens: {{type: array, items: {{ type: string }}}}
        last_token: {{\"type\": \"string\"}}
"
    );
    let (fixed, _) = fix("a.yaml", &text, "secret-unmarked", 0);
    let expected = text
        .replace("# plain\n", "# plain\n          format: password\n")
        .replace("string, desc", "string, format: password, desc")
        .replace("string }", "string, format: password }")
        .replace("\"string\"", "\"string\", \"format\": \"password\"");
    assert_eq!(fixed, expected);
    let [text, expected] = [text, expected].map(|text| text.replace('\n', "\r\n"));
    assert_eq!(fix("a.yaml", &text, "secret-unmarked", 0).0, expected);
    let json = r#"{
  "openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {},
  "components": {"schemas": {"A": {
    "required": ["a", "a"],
    "properties": {
      "password": {
        "type": "string"
      }
    }
  }}}
}"#;
    let (fixed, _) = fix("a.json", json, "secret-unmarked,required-duplicate", 0);
    let expected = json
        .replace(", \"a\"]", "]")
        .replace("\"string\"", "\"string\",\n        \"format\": \"password\"");
    assert_eq!(fixed, expected);
}

#[test]
fn what_a_person_must_decide_is_left_and_fails() {
    let text = format!(
        "{VALID}components:
  schemas:
    A: {{properties: {{password: {{type: string, format: uuid}}, token: *token}}}}
    B: {{enum: [a, &b a]}}
    C:
      enum:
        - a: 1
          b: 2
        - b: 2
          a: 1
"
    )
    .replace("paths: {}", "paths: {}\nx-a: &token {type: string}");
    let rules = "secret-unmarked,enum-duplicate";
    let (fixed, err) = fix("a.yaml", &text, rules, 1);
    assert_eq!(fixed, text);
    assert!(!err.contains("fixed"), "{err}");
    assert!(err.contains("error: lint failed: checked 1 file with 2 rules: 2 errors, 2 warnings"));
}

#[test]
fn only_selected_rules_fix_and_others_say_that_they_can() {
    let text =
        format!("{VALID}components: {{schemas: {{A: {{required: [a, a], enum: [1, 1]}}}}}}\n");
    let (fixed, _) = fix("a.yaml", &text, "enum-duplicate", 0);
    assert_eq!(fixed, text.replace("[1, 1]", "[1]"));
    let folder = Folder::with(&[("a.yaml", &text)]);
    let run = folder.lint(&["--only", "required-duplicate,enum-duplicate", "a.yaml"]);
    assert!(run.err.starts_with("help: run with `--fix` to fix 2 problems\n"), "{}", run.err);
    assert_eq!(fs::read_to_string(folder.path("a.yaml")).expect("the file"), text);
}

#[test]
fn suppressed_diagnostics_and_files_that_are_not_named_stay() {
    let text = VALID.replace("paths: {}", "paths: {/a: {$ref: 'b.yaml#/a'}}");
    let beside = "a:\n  get:\n    responses:\n      200: {description: An a.}\n";
    let known =
        "components:\n  schemas:\n    A:\n      enum: [1, 1] # lint-allow enum-duplicate: known\n";
    let text = text + known;
    let folder = Folder::with(&[("a.yaml", &text), ("b.yaml", beside)]);
    let run = folder.lint(&["--fix", "--only", "valid", "a.yaml"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(fs::read_to_string(folder.path("a.yaml")).expect("the file"), text);
    assert_eq!(fs::read_to_string(folder.path("b.yaml")).expect("the file"), beside);
}

#[cfg(unix)]
#[test]
fn a_fixed_file_keeps_its_permissions_and_a_read_only_one_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let text = format!("{VALID}components: {{schemas: {{A: {{enum: [1, 1]}}}}}}\n");
    let folder = Folder::with(&[("a.yaml", &text)]);
    std::os::unix::fs::symlink("a.yaml", folder.path("link.yaml")).expect("a link");
    let mode = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(folder.path("a.yaml"), permissions).expect("permissions");
    };
    mode(0o444);
    let run = folder.lint(&["--fix", "--only", "enum-duplicate", "a.yaml"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.starts_with("error: cannot fix a.yaml: the file is read-only"), "{}", run.err);
    mode(0o640);
    let run = folder.lint(&["--fix", "--only", "enum-duplicate", "link.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let data = fs::symlink_metadata(folder.path("a.yaml")).expect("the file");
    assert_eq!(data.permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(folder.path("a.yaml")).expect("the file").contains("enum: [1]"));
    assert!(fs::symlink_metadata(folder.path("link.yaml")).expect("the link").is_symlink());
    let left = fs::read_dir(folder.0.path()).expect("the folder").count();
    assert_eq!(left, 2, "no temporary file is left");
}
