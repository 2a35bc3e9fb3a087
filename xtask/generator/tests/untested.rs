//! Which examples have a test, and what `cargo xtask generate` prints about the others.

use std::fs;
use std::process::Command;

const OK: &str =
    "'200': {description: d, content: {application/json: {schema: {type: object}, example: {}}}}";
const SCHEMAS: &str = "
    Failed: {type: object, properties: {error_code: {type: string}, error_msg: {type: string}, error: {type: object, properties: {message: {type: string}}}}}
    Hidden: {type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}
";

/// Generates from one operation, `put /a/{id}`; gives the list of tests, what was printed, and the
/// generated operations.
fn generate(id: &str, operation: &str, responses: &str) -> (Vec<String>, String, String) {
    generate_paths(&format!(
        "
  /a/{{id}}:
    put:
      operationId: PutA
      parameters:
        - {{name: id, in: path, required: true, {id}}}
{operation}
      responses: {{{responses}}}"
    ))
}

/// Generates from these paths.
fn generate_paths(paths: &str) -> (Vec<String>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("small.yaml");
    let document = format!(
        "openapi: 3.0.3\ninfo: {{title: Small, version: 0.1.0}}\npaths:\n{paths}\n\
         components:\n  schemas:{SCHEMAS}"
    );
    fs::write(&path, document).expect("a document");
    let output = Command::new(env!("CARGO_BIN_EXE_generator"))
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
            match schema {
                "string" => "x",
                "boolean" => "true",
                _ => "5",
            }
        );
        check(&id, "", OK, &["put_a_200_example"], None);
    }
    // The text of a number is the number.
    for kind in ["type: integer", "allOf: [{type: integer}]"] {
        let id = format!("schema: {{{kind}}}, example: '5'");
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
    let beside = format!("'204': {{description: d}}, {OK}");
    check(ID, "", &beside, &["put_a_200_example", "put_a_204_empty"], None);
    let redirect = format!("'302': {{description: d}}, {OK}");
    check(ID, "", &redirect, &["put_a_200_example", "put_a_302_empty"], None);
    let hidden = OK.replace("{type: object}", "{$ref: '#/components/schemas/Hidden'}");
    check(ID, "", &hidden, &["put_a_200_example"], None);
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
        "path parameter `id` has an example that cannot be sent in this part of a request",
    );
    no_test("schema: {type: string}", "", OK, "required parameter `id` has no example");
    for text in [
        "in: query, schema: {type: array, items: {type: string}}, example: 'a,b'",
        "in: query, schema: {type: integer}, example: '007'",
        "in: query, allowEmptyValue: true, schema: {type: integer}, example: ''",
        "in: query, schema: {oneOf: [{type: string}, {type: array, items: {type: string}}]}, example: [a]",
    ] {
        let reason = "query parameter `p` has an example that is not of its type";
        no_test(ID, &parameter(text), OK, reason);
    }
    no_test(
        ID,
        &parameter("in: header, schema: {type: array, items: {type: string}}, example: ['a,b']"),
        OK,
        "header parameter `p` has an example with an item that its separator would split",
    );
    no_test(
        ID,
        &parameter("in: header, schema: {}, example: {a: 1}"),
        OK,
        "header parameter `p` has an example that is neither a scalar nor a list of scalars",
    );
    no_test(
        ID,
        &parameter("in: query, content: {application/json: {schema: {type: object}, example: {}}}"),
        OK,
        "query parameter `p` has a media type of its own",
    );
    no_test(
        "schema: {type: integer}, example: five",
        "",
        OK,
        "its schema does not allow the example; see `example-invalid` of lint",
    );
    no_test(
        "schema: {type: string, enum: [1]}",
        "",
        OK,
        "its schema does not allow the example; see `enum-value-invalid` of lint",
    );
    let body = |media_type: &str, schema: &str, example: &str| {
        format!(
            "      requestBody: {{required: true, content: {{{media_type}: {{schema: {schema}, example: {example}}}}}}}"
        )
    };
    let typed = "{type: object, properties: {a: {type: string}}}";
    no_test(
        ID,
        &body("application/json", typed, "{a: 1}"),
        OK,
        "its schema does not allow the example; see `example-invalid` of lint",
    );
    no_test(
        ID,
        &body("application/json", typed, "{b: b}"),
        OK,
        "its schema does not allow the example; see `example-member-undeclared` of lint",
    );
    for (schema, example) in [
        ("{properties: {a: {type: string}}}", "text"),
        ("{properties: {a: {type: string}}}", "[{a: b}]"),
        ("{items: {type: string}}", "{a: b}"),
        ("{items: {type: string}}", "5"),
        ("{allOf: [{required: [a]}, {properties: {a: {type: string}}}]}", "true"),
        ("{type: object, properties: {a: {additionalProperties: {type: string}}}}", "{a: text}"),
        ("{oneOf: [{properties: {a: {}}}, {properties: {b: {}}, type: object}]}", "text"),
    ] {
        let reason =
            "its schema has no `type`, and the client uses the one that its keywords imply";
        no_test(ID, &body("application/json", schema, example), OK, reason);
    }
    no_test(ID, &body("text/csv", "{type: string}", "a"), OK, "the request body is not JSON");
    let nullable = "{type: object, properties: {a: {type: string, nullable: true}}}";
    check(ID, &body("application/json", nullable, "{a: null}"), OK, &["put_a_200_example"], None);
    let optional = body("text/csv", "{type: string}", "a").replace("required: true, ", "");
    check(ID, &optional, OK, &["put_a_200_example"], None);
    for (id, number) in [
        ("schema: {type: integer}, example: 9223372036854775808", "1"),
        (ID, "-9223372036854775809"),
        (ID, "123456789012345678901234567890"),
    ] {
        let schema = "{type: object, properties: {a: {type: integer}}}";
        let body = body("application/json", schema, &format!("{{a: {number}}}"));
        no_test(id, &body, OK, "the client has no type for an integer of this size");
    }
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
        (format!("'100': {{description: d}}, {OK}"), "status code 100 does not end an exchange"),
        (
            format!("'201': {{description: d, content: {{image/png: {{}}}}}}, {OK}"),
            "the response is not read as JSON",
        ),
        (OK.replace("200", "204"), "a response with status code 204 has no body"),
        (
            format!("'200': {}", json("Hidden", "{a: 1}")),
            "its schema does not allow the example; see `example-invalid` of lint",
        ),
        (
            format!("'200': {}", json("Failed", "{error_code: A.1, error_msg: m}")),
            "the client takes a success that reports an error for an error",
        ),
        (
            format!("'200': {}", json("Failed", "{error: {message: m}}")),
            "the client takes a success that reports an error for an error",
        ),
    ] {
        no_test(ID, "", &responses, reason);
    }
    // Zero is the code of a success.
    let zero = format!("'200': {}", json("Failed", "{error_code: '0'}"));
    check(ID, "", &zero, &["put_a_200_example"], None);
}

#[test]
fn lists_of_an_example_are_documented() {
    let body = |items: &str, value: &str| {
        format!(
            "      requestBody: {{required: true, content: {{application/json: {{schema: {{type: object, properties: {{a: {{type: array, items: {items}}}}}}}, example: {{a: {value}}}}}}}}}"
        )
    };
    for (items, value, code) in [
        ("{type: string}", "[]", Some(".a(Vec::<String>::new())")),
        ("{type: integer}", "[]", Some(".a(Vec::<i64>::new())")),
        (
            "{type: object, properties: {b: {type: string}}}",
            "[]",
            Some(".a(Vec::<types::PutABodyAItem>::new())"),
        ),
        ("{type: integer}", "[1, 2]", Some(".a([1, 2])")),
        ("{type: array, items: {type: integer}}", "[[1, 2], [3]]", None),
    ] {
        let (tests, printed, operations) = generate(ID, &body(items, value), OK);
        assert_eq!(tests.len(), 1, "{printed}");
        let lines: Vec<&str> =
            operations.lines().map(|line| line.trim_start_matches(['/', ' '])).collect();
        let found = lines.concat();
        match code {
            Some(code) => assert!(found.contains(code), "{code}: {operations}"),
            None => assert!(!found.contains("client.put_a("), "{operations}"),
        }
    }
}

#[test]
fn paths_and_ids_that_a_test_cannot_use_have_none() {
    let operation =
        |path: &str| format!("  '{path}':\n    put: {{operationId: PutA, responses: {{{OK}}}}}\n");
    let shared = [operation("/a"), operation("/b")].concat();
    for (paths, reason) in [
        (operation("/a?b=c"), "1 example without a test: the path of its request has `?`"),
        (operation("/a#b"), "1 example without a test: the path of its request has `?`"),
        (operation("/a//b"), "1 example without a test: the path of its request has `?`"),
        (shared, "2 examples without a test: several operations have its `operationId`"),
    ] {
        let (tests, printed, _) = generate_paths(&paths);
        assert!(printed.contains(reason) && tests.is_empty(), "{paths}: {printed}");
    }
}

#[test]
fn error_has_a_test_whatever_its_schema_allows() {
    let error =
        "{description: d, content: {application/json: {schema: {type: string}, example: {}}}}";
    let responses = format!("'400': {error}, {OK}");
    check(ID, "", &responses, &["put_a_200_example", "put_a_400_example"], None);
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
