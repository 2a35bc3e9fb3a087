//! Which examples have a test, and what `cargo xtask generate` prints about the others.

use std::fs;
use std::process::Command;

const OK: &str =
    "'200': {description: d, content: {application/json: {schema: {type: object}, example: {}}}}";
const SCHEMAS: &str = "
    Hidden: {type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}
";

/// Generates from one operation, `put /a/{id}`; gives the list of tests, what was printed, and the
/// generated operations.
fn generate(id: &str, operation: &str, responses: &str) -> (Vec<String>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.yaml");
    let document = format!(
        "
openapi: 3.0.3
info: {{title: Small, version: 0.1.0}}
paths:
  /a/{{id}}:
    put:
      operationId: PutA
      parameters:
        - {{name: id, in: path, required: true, {id}}}
{operation}
      responses: {{{responses}}}
components:
  schemas:{SCHEMAS}"
    );
    fs::write(&path, document).expect("a document");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["generate", "--spec"])
        .arg(&path)
        .arg("--out")
        .arg(folder.path())
        .output()
        .expect("the command runs");
    let printed =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let printed = printed.concat();
    assert!(output.status.success(), "{printed}");
    let tests = fs::read_to_string(folder.path().join("tests/src/generated.rs")).expect("tests");
    let tests = tests.lines().filter(|line| line.contains(": put_a, "));
    let operations = folder.path().join("client/src/generated/operations.rs");
    let operations = fs::read_to_string(operations).expect("operations");
    (tests.map(|line| line.trim().to_owned()).collect(), printed, operations)
}

/// The names of the tests, and the reason why one example has none.
#[track_caller]
fn check(id: &str, operation: &str, responses: &str, tests: &[&str], reason: Option<&str>) {
    let (found, printed, _) = generate(id, operation, responses);
    let names: Vec<_> = found.iter().filter_map(|line| Some(line.split_once(':')?.0)).collect();
    assert_eq!(names, tests, "{id} {operation} {responses}: {printed}");
    let untested: Vec<_> =
        printed.lines().filter_map(|line| line.split_once(" without a test: ")).collect();
    let expected = reason.map(|reason| ("1 example", reason));
    assert_eq!(untested, expected.into_iter().collect::<Vec<_>>(), "{printed}");
}

const ID: &str = "schema: {type: string}, example: x";

#[test]
fn every_location_and_type_of_a_parameter_has_a_test() {
    for schema in ["string", "integer", "number", "boolean"] {
        let id = format!(
            "schema: {{type: {schema}}}, example: {}",
            if schema == "boolean" { "true" } else { "5" }
        );
        check(&id, "", OK, &["put_a_200_example"], None);
    }
    check(
        "schema: {type: array, items: {type: integer}}, example: [1, 2]",
        "",
        OK,
        &["put_a_200_example"],
        None,
    );
    for parameter in [
        "in: header, schema: {type: string}, example: x",
        "in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}, example: [a, b]",
        "in: query, schema: {type: object, properties: {n: {type: integer}}}, example: {n: 1}",
        "in: query, style: deepObject, schema: {type: object, properties: {n: {type: integer}}}, example: {n: 1}",
        "in: header, name: api-version, schema: {type: string}, example: v",
        "in: header, name: X-Auth-Token, schema: {type: string}, example: v",
        "in: query, name: id, schema: {type: string}, example: x",
        "in: query, name: ID, schema: {type: string}, example: x",
    ] {
        let name = if parameter.contains("name:") { "" } else { "name: p, " };
        let operation = format!("        - {{{name}required: true, {parameter}}}");
        check(ID, &operation, OK, &["put_a_200_example"], None);
    }
}

#[test]
fn every_supported_status_has_a_test() {
    let error = |status: &str| format!("'{status}': {{description: d}}, {OK}");
    check(ID, "", &error("4XX"), &["put_a_200_example", "put_a_4xx_empty"], None);
    check(ID, "", &error("default"), &["put_a_200_example", "put_a_default_empty"], None);
    check(ID, "", "'2XX': {description: d}", &["put_a_2xx_empty"], None);
    check(ID, "", "default: {description: d}", &["put_a_default_empty"], None);
}

#[test]
fn duplicate_names_are_numbered() {
    let examples = "examples: {ok: {value: {}}, OK: {value: {}}, 'größer!': {value: {}}}";
    let tests = ["put_a_200_ok", "put_a_200_größer", "put_a_200_ok2"];
    check(ID, "", &OK.replace("example: {}", examples), &tests, None);
}

#[test]
fn request_of_every_json_media_type_has_a_test() {
    for media_type in ["application/merge-patch+json", "application/vnd.a+json;v=1"] {
        let body = format!(
            "      requestBody: {{required: true, content: {{{media_type}: {{schema: {{type: object, properties: {{a: {{type: string}}}}}}, example: {{a: b}}}}}}}}"
        );
        check(ID, &body, OK, &["put_a_200_example"], None);
    }
}

#[test]
fn unsupported_examples_are_counted_by_reason() {
    let parameter = |text: &str| format!("        - {{name: p, required: true, {text}}}");
    let no_test = |id: &str, operation: &str, responses: &str, reason: &str| {
        let (tests, printed, _) = generate(id, operation, responses);
        assert!(
            printed.contains(&format!("1 example without a test: {reason}\n")),
            "{reason}: {printed}"
        );
        assert!(!tests.iter().any(|line| line.contains("\"untested\"")), "{tests:?}");
    };
    no_test(
        "schema: {type: string}, example: a/b",
        "",
        OK,
        "path parameter `id` has an example that cannot stand in its place of a request",
    );
    no_test("schema: {type: string}", "", OK, "required parameter `id` has no example");
    no_test(
        ID,
        &parameter("in: header, schema: {type: array, items: {type: string}}, example: ['a,b']"),
        OK,
        "header parameter `p` has an example with an item that its separator would split",
    );
    no_test(
        ID,
        &parameter("in: header, schema: {type: string}, example: {a: 1}"),
        OK,
        "header parameter `p` has an example that is neither a scalar nor a list of scalars",
    );
    no_test(
        ID,
        &parameter("in: query, content: {application/json: {schema: {type: object}, example: {}}}"),
        OK,
        "query parameter `p` has a media type of its own",
    );
    let body = |media_type: &str, schema: &str, example: &str| {
        format!(
            "      requestBody: {{required: true, content: {{{media_type}: {{schema: {schema}, example: {example}}}}}}}"
        )
    };
    no_test(ID, &body("text/csv", "{type: string}", "a"), OK, "the request body is not JSON");
    let nullable = "{type: object, properties: {a: {type: string, nullable: true}}}";
    no_test(
        ID,
        &body("application/json", nullable, "{a: null}"),
        OK,
        "a test takes null in a request for an absent member",
    );
    no_test(
        ID,
        "      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}",
        OK,
        "the required request body has no example in JSON",
    );
    let json = |schema: &str, example: &str| {
        format!(
            "{{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/{schema}'}}, example: {example}}}}}}}"
        )
    };
    for (responses, reason) in [
        (
            format!("'302': {{description: d}}, {OK}"),
            "the client takes a documented 3XX response for an error",
        ),
        (format!("'100': {{description: d}}, {OK}"), "status code 100 does not end an exchange"),
        (
            format!("'204': {{description: d}}, {OK}"),
            "the client refuses an empty success beside one with a body",
        ),
        (
            format!("'201': {{description: d, content: {{image/png: {{}}}}}}, {OK}"),
            "the response is read as bytes, not as JSON",
        ),
        (OK.replace("200", "204"), "a response with status code 204 has no body"),
        (
            format!("'200': {}", json("Hidden", "{}")),
            "the client requires members of a response that are `writeOnly`",
        ),
    ] {
        no_test(ID, "", &responses, reason);
    }
}

#[test]
fn call_without_an_example_of_its_body_is_not_documented() {
    let body = |required: bool, content: &str| {
        format!("      requestBody: {{required: {required}, content: {{{content}}}}}")
    };
    let (bytes, json) = (
        "application/octet-stream: {schema: {type: string, format: binary}}",
        "application/json: {schema: {type: object, properties: {a: {type: string}}}}",
    );
    for (required, content) in [(true, bytes), (true, json), (false, json)] {
        let (_, _, operations) = generate(ID, &body(required, content), OK);
        let is_shown = operations.contains("client.put_a(");
        assert_eq!(is_shown, !required, "{required} {content}: {operations}");
    }
}
