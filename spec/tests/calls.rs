//! The calls that examples make.

use spec::{Document, ExampleCall, Node, Source, calls};

/// The calls of one operation, `post /apps`, each written out in a line.
#[track_caller]
fn check(operation: &str, expected: &[&str]) {
    let text = format!("paths:\n  /apps:\n    post:\n{operation}\n{COMPONENTS}");
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let found: Vec<_> = calls(&document).iter().map(describe).collect();
    assert_eq!(found, expected);
}

const COMPONENTS: &str = "
components:
  examples: {Shared: {value: shared}, Chain: {$ref: '#/components/examples/Shared'}, Outside: {externalValue: 'https://example.com'}}
  schemas: {Region: {type: string, default: north, enum: [south]}}
";

fn describe(call: &ExampleCall<'_>) -> String {
    let body = |body: Option<Node<'_>>| body.map_or("-".into(), |body| body.to_value().to_string());
    let parameters = call.parameters.iter().map(|(parameter, value)| {
        format!(
            " {}={}",
            parameter.get("name").and_then(|name| name.as_str()).unwrap_or("?"),
            value.to_value()
        )
    });
    let parameters: String = parameters.collect();
    format!(
        "{} {}: {} -> {}{parameters}",
        call.status,
        call.name,
        body(call.request),
        body(call.response)
    )
}

#[test]
fn each_named_response_example_has_a_call() {
    check(
        "
      responses:
        200: {content: {application/json: {examples: {one: {value: 1}, two: {$ref: '#/components/examples/Chain'}, no: {$ref: '#/components/examples/Outside'}, bad: {$ref: '#/nothing'}}}}}
        4XX: {content: {application/problem+json: {example: {code: e}}}}
        default: {description: nothing}",
        &["200 one: - -> 1", "200 two: - -> \"shared\"", "4XX example: - -> {\"code\":\"e\"}", "default empty: - -> -"],
    );
}

#[test]
fn content_without_an_example_has_no_call() {
    check(
        "
      responses:
        200: {content: {application/json: {schema: {}}}}
        201: {content: {text/plain: {example: text}}}
        202: {content: {}}",
        &["202 empty: - -> -"],
    );
}

#[test]
fn requests_pair_by_name_or_with_the_first_required_body() {
    let responses = "
      responses:
        200: {content: {application/json: {examples: {b: {value: B}, c: {value: C}}}}}
        204: {}
        401: {content: {application/json: {examples: {b: {value: E}, denied: {value: D}}}}}";
    let body = |required| {
        format!("
      requestBody: {{required: {required}, content: {{application/json: {{examples: {{a: {{value: 1}}, b: {{value: 2}}}}}}}}}}{responses}")
    };
    check(
        &body(true),
        &[
            "200 b: 2 -> \"B\"",
            "200 c: 1 -> \"C\"",
            "204 empty: 1 -> -",
            "401 b: 2 -> \"E\"",
            "401 denied: 1 -> \"D\"",
        ],
    );
    check(
        &body(false),
        &[
            "200 b: 2 -> \"B\"",
            "200 c: - -> \"C\"",
            "204 a: 1 -> -",
            "204 empty: - -> -",
            "401 b: 2 -> \"E\"",
            "401 denied: - -> \"D\"",
        ],
    );
}

#[test]
fn a_success_without_content_responds_to_every_other_request() {
    let body = "
      requestBody: {required: true, content: {application/json: {examples: {a: {value: 1}, b: {value: 2}, c: {value: 3}}}}}";
    let calls = |responses: &str, expected: &[&str]| {
        check(&format!("{body}\n      responses: {responses}"), expected);
    };
    let empty = "204 empty: 1 -> -";
    calls(
        "{204: {}, 304: {}, 400: {}}",
        &["204 b: 2 -> -", "204 c: 3 -> -", empty, "304 empty: 1 -> -", "400 empty: 1 -> -"],
    );
    let content = "200: {content: {application/json: {examples: {b: {value: B}}}}}";
    calls(&format!("{{{content}, 204: {{}}}}"), &["200 b: 2 -> \"B\"", "204 c: 3 -> -", empty]);
    calls("{400: {}}", &["400 empty: 1 -> -"]);
}

#[test]
fn a_lone_example_pairs_with_a_lone_example() {
    check(
        "
      requestBody: {content: {application/json: {example: 1}}}
      responses: {200: {content: {application/json: {example: 2}}}}",
        &["200 example: 1 -> 2"],
    );
}

#[test]
fn required_parameters_are_in_every_call() {
    let parameter = |rest: &str| {
        format!(
            "
      parameters: [{{name: p, in: query, required: true, {rest}}}]
      responses: {{200: {{content: {{application/json: {{examples: {{b: {{value: x}}}}}}}}}}}}"
        )
    };
    let all = "examples: {a: {value: 1}, b: {value: 2}}";
    check(
        &parameter(&format!("{all}, example: 3, schema: {{example: 4}}")),
        &["200 b: - -> \"x\" p=2"],
    );
    check(
        &parameter("examples: {a: {value: 1}}, example: 3, schema: {example: 4}"),
        &["200 b: - -> \"x\" p=3"],
    );
    check(
        &parameter("examples: {a: {value: 1}}, schema: {example: 4}"),
        &["200 b: - -> \"x\" p=4"],
    );
    check(
        &parameter("examples: {a: {value: 1}}, schema: {default: 5}"),
        &["200 b: - -> \"x\" p=1"],
    );
    check(
        &parameter("schema: {$ref: '#/components/schemas/Region'}"),
        &["200 b: - -> \"x\" p=\"north\""],
    );
    check(&parameter("schema: {enum: [south, east]}"), &["200 b: - -> \"x\" p=\"south\""]);
    check(&parameter("content: {application/json: {example: 6}}"), &["200 b: - -> \"x\" p=6"]);
    check(&parameter("schema: {type: string}"), &["200 b: - -> \"x\""]);
}

#[test]
fn parameters_in_the_path_are_required() {
    check(
        "
      parameters: [{name: id, in: path, example: i}, {name: q, in: query, example: j}]
      responses: {204: {}}",
        &["204 empty: - -> - id=\"i\"", "204 all_parameters: - -> - id=\"i\" q=\"j\""],
    );
}

#[test]
fn optional_parameters_follow_example_names_and_one_call_has_all() {
    check(
        "
      parameters:
      - {name: id, in: path, required: true, example: i}
      - {name: limit, in: query, examples: {b: {value: 1}}}
      - {name: offset, in: query, example: 2}
      - {name: free, in: query}
      - {name: accept, in: header, example: no}
      - {name: content-type, in: header, example: no}
      - {name: Authorization, in: header, required: true, example: no}
      - {name: Accept, in: query, example: yes}
      responses:
        404: {}
        200: {content: {application/json: {examples: {a: {value: A}, b: {value: B}}}}}
        201: {}",
        &[
            "200 a: - -> \"A\" id=\"i\"",
            "200 b: - -> \"B\" id=\"i\" limit=1",
            "201 empty: - -> - id=\"i\"",
            "404 empty: - -> - id=\"i\"",
            "200 all_parameters: - -> \"A\" id=\"i\" limit=1 offset=2 Accept=\"yes\"",
        ],
    );
}

#[test]
fn key_order_does_not_change_calls() {
    let media =
        |examples: &str| format!("{{content: {{application/json: {{examples: {{{examples}}}}}}}}}");
    let operation = |a: String, b: String, first: &str, second: &str| {
        format!(
            "
      requestBody: {{required: true, content: {{application/json: {{examples: {{{first}, {second}}}}}}}}}
      responses: {{{a}, {b}}}"
        )
    };
    let (ok, error) =
        (format!("'200': {}", media("z: {value: 1}, y: {value: 2}")), "4XX: {}".to_owned());
    let (one, two) = ("one: {value: a}", "two: {value: b}");
    let expected = ["200 y: \"a\" -> 2", "200 z: \"a\" -> 1", "4XX empty: \"a\" -> -"];
    check(&operation(ok.clone(), error.clone(), one, two), &expected);
    check(&operation(error, ok, two, one), &expected);
}

#[test]
fn only_credentials_of_the_operation_are_not_arguments() {
    for (security, is_argument) in [
        ("[{key: []}]", false),
        ("[{other: []}, {other: [], key: []}]", false),
        ("[{other: []}]", true),
        ("[]", true),
    ] {
        for inherits in [false, true] {
            let (of_document, own) = match inherits {
                true => (security, String::new()),
                false => ("[{key: []}]", format!("security: {security}")),
            };
            let text = format!(
                "
security: {of_document}
paths:
  /apps:
    post:
      parameters: [{{name: x-key, in: header, required: true, example: k}}]
      responses: {{204: {{}}}}
      {own}
components:
  securitySchemes:
    key: {{type: apiKey, in: header, name: X-Key}}
    other: {{type: apiKey, in: query, name: x-key}}
"
            );
            let source = Source::new("openapi.yaml", text);
            let document = Document::parse(&source).expect("is readable");
            let call = calls(&document).remove(0);
            assert_eq!(!call.parameters.is_empty(), is_argument, "{security} {inherits}");
        }
    }
}

/// The status code of each call.
#[track_caller]
fn check_codes(statuses: &[&str], expected: &[Option<u16>]) {
    let responses: Vec<_> = statuses.iter().map(|status| format!("'{status}': {{}}")).collect();
    let text = format!("paths: {{/a: {{get: {{responses: {{{}}}}}}}}}", responses.join(", "));
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let codes: Vec<_> = calls(&document).iter().map(ExampleCall::code).collect();
    assert_eq!(codes, expected, "{statuses:?}");
}

#[test]
fn a_status_range_stands_for_an_undocumented_status_code() {
    check_codes(&["200", "404"], &[Some(200), Some(404)]);
    check_codes(&["200", "201", "2XX"], &[Some(200), Some(201), Some(202)]);
    check_codes(&["400", "4XX", "default"], &[Some(400), Some(401), Some(200)]);
    check_codes(&["204", "500", "default"], &[Some(204), Some(500), Some(501)]);
    check_codes(&["204", "5XX", "default"], &[Some(204), Some(500), None]);
    check_codes(&["99", "9XX", "XX", "twelve"], &[None, None, None, None]);
}
