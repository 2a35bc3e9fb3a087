//! Operations on a small document.

use serde_json::{Value, json};

use super::{Operation, apply, apply_all};

const DOCUMENT: &str = "\
# First.
paths:
  /a:
    get: # lint-allow x: y
      operationId: ShowA
      tags: [A, B]
      parameters:
        # About p.
        - name: p
          in: query
        - {name: q, in: query}
components:
  schemas:
    A:
      description: >-
        One
        text.
      type: object
";

#[track_caller]
fn check(operations: Value, changed: &[(&str, &str)]) {
    let operations: Vec<Operation> = serde_json::from_value(operations).expect("operations");
    let expected = changed.iter().fold(DOCUMENT.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    assert_eq!(apply_all(&operations, DOCUMENT.to_owned()), Ok(expected));
}

#[test]
fn value_is_added_where_the_place_says() {
    check(json!([{"add": "ShowA/tags/-", "value": "C"}]), &[("[A, B]", r#"[A, B, "C"]"#)]);
    check(json!([{"add": "ShowA/tags/1", "value": "C"}]), &[("[A, B]", r#"[A, "C", B]"#)]);
    check(
        json!([{"add": "ShowA/parameters/-", "value": {"name": "r"}}]),
        &[("query}\n", "query}\n        - {\"name\":\"r\"}\n")],
    );
    check(
        json!([{"add": "ShowA/parameters/0", "value": {"name": "r"}}]),
        &[("- name", "- {\"name\":\"r\"}\n        - name")],
    );
    check(
        json!([{"add": "schemas/B", "value": {}, "before": "A"}]),
        &[("    A:\n", "    \"B\": {}\n    A:\n")],
    );
    check(
        json!([{"add": "schemas/A/title", "value": "A"}]),
        &[("      type: object\n", "      type: object\n      \"title\": \"A\"\n")],
    );
    check(
        json!([{"add": "schemas/A/title", "value": "A", "before": "type"}]),
        &[("      type", "      \"title\": \"A\"\n      type")],
    );
    check(
        json!([{"add": "ShowA/parameters/0/required", "value": true}]),
        &[("in: query\n", "in: query\n          \"required\": true\n")],
    );
}

#[test]
fn value_is_removed_with_its_line() {
    check(json!([{"remove": "ShowA/tags/0"}]), &[("A, B", "B")]);
    check(json!([{"remove": "ShowA/tags/1"}]), &[("A, B", "A")]);
    check(json!([{"remove": "ShowA/tags"}]), &[("      tags: [A, B]\n", "")]);
    check(json!([{"remove": "ShowA/parameters/0/name"}]), &[("- name: p\n          in", "- in")]);
    check(
        json!([{"remove": "ShowA/parameters/0"}]),
        &[("        - name: p\n          in: query\n", "")],
    );
    check(
        json!([{"remove": "schemas/A/description"}]),
        &[("      description: >-\n        One\n        text.\n", "")],
    );
    check(
        json!([{"remove": "schemas/A"}]),
        &[(DOCUMENT[DOCUMENT.find("A:\n").expect("A")..].trim_end(), "{}")],
    );
}

#[test]
fn value_is_changed_in_its_place() {
    check(json!([{"set": "schemas/A/type", "value": "string"}]), &[("object", "\"string\"")]);
    check(json!([{"rename": "schemas/A", "to": "B"}]), &[("    A:", "    \"B\":")]);
    check(
        json!([{"last": "ShowA/operationId"}]),
        &[
            ("      operationId: ShowA\n", ""),
            ("in: query}\n", "in: query}\n      \"operationId\": \"ShowA\"\n"),
        ],
    );
    check(json!([{"replace": "# First.", "with": "# Second."}]), &[("First", "Second")]);
}

#[test]
fn missing_place_is_an_error_that_names_it() {
    for (operation, error) in [
        (json!({"remove": "ShowB/tags"}), "the document has no `ShowB/tags`"),
        (json!({"set": "schemas/A/items", "value": 1}), "the document has no `schemas/A/items`"),
        (json!({"add": "schemas/A", "value": 1}), "`/components/schemas` already has `A`"),
        (json!({"add": "ShowA/tags/9", "value": 1}), "`/paths/~1a/get/tags` has no item `9`"),
        (json!({"add": "schemas/A/type/b", "value": 1}), "is not an object or an array"),
        (json!({"add": "schemas/B", "value": 1, "before": "C"}), "has no `C`"),
        (json!({"rename": "schemas/B", "to": "C"}), "the document has no `schemas/B`"),
        (json!({"replace": "x y", "with": ""}), "the document has no text \"x y\""),
    ] {
        let operation: Operation = serde_json::from_value(operation).expect("an operation");
        let found = apply(&operation, DOCUMENT).expect_err(error);
        assert!(found.contains(error), "{found}");
    }
}
