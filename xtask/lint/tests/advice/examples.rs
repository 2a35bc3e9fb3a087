//! Secrets and examples.

use spec::Source;

use super::check::{HEAD, check, path};

#[test]
fn a_secret_by_reference() {
    let unmarked = |property: &str, help: &str| {
        let text = format!(
            "{HEAD}components:\n  schemas:\n    A: {{properties: {property}}}\n    \
             Text: {{type: string}}\n    ApiSecret: {{type: string}}\n    \
             Texts: {{type: array, items: {{type: string}}}}\n"
        );
        check("secret-unmarked", &text, 6, "has no `format: password`", help);
        text
    };
    let text = "'#/components/schemas/Text'";
    let by_reference = format!(
        "write `{{allOf: [{{$ref: {text}}}], format: password}}`, or add `format: password` to \
         schema `Text` if all its values are secrets"
    );
    let property = format!("{{a_secret: {{$ref: {text}}}}}");
    let document = unmarked(&property, &by_reference);
    unmarked(&format!("{{tokens: {{type: array, items: {{$ref: {text}}}}}}}"), &by_reference);
    unmarked(
        "{a_secret: {$ref: '#/components/schemas/ApiSecret', format: password}}",
        "add `format: password` to schema `ApiSecret`",
    );
    unmarked(
        "{tokens: {$ref: '#/components/schemas/Texts'}}",
        "add `format: password` to the `items` of schema `Texts`",
    );
    unmarked("{a_secret: {type: string}}", "add `format: password`");
    // What the help says to write is accepted.
    let written = format!("{{allOf: [{{$ref: {text}}}], format: password}}");
    let document = document.replace(&format!("{{$ref: {text}}}"), &written);
    let selected = |rule: &lint::Rule| matches!(rule.info.group.name(), "valid" | "safe");
    let found = lint::check(Source::new("openapi.yaml", document), &selected).swap_remove(0);
    assert_eq!(found.diagnostics, []);
}

#[test]
fn names_for_a_request_example_without_a_response() {
    let unpaired = |responses: &str, help: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: A, version: '1'}}\npaths:\n  /a:\n    post:\n      \
             requestBody: {{content: {{application/json: {{examples: {{a: {{value: 1}}}}}}}}}}\n      \
             responses: {{{responses}}}\n"
        );
        check("example-unpaired", &text, 6, "no response has an example named `a`", help);
    };
    let json = |examples: &str| {
        format!("'200': {{description: A, content: {{application/json: {{{examples}}}}}}}")
    };
    let add = "add a response example of this name, or remove the request example";
    unpaired(&json("examples: {}"), add);
    unpaired(&json("examples: {b: {value: 1}}"), "rename the request example to `b`");
    unpaired(&json("example: 1"), "rename the request example to `example`");
    unpaired(
        &format!("{}, '400': {{description: No}}", json("examples: {c: {value: 1}}")),
        "rename the request example to one of: c, empty",
    );
}

#[test]
fn a_shared_object_without_an_example_is_reported_once() {
    let item = "{post: {requestBody: {content: {application/json: {}}}, responses: {'200': \
                {description: A, content: {application/json: {}}}}}}";
    let text = path("/a", item) + "  /b: {$ref: '#/paths/~1a'}\n";
    let help = "add the documented response to `examples` under a name";
    check("example-missing", &text, 4, "response 200 of POST /a has no example", help);
    let help = "add the documented body to `examples` under the name of the response example";
    check("request-example-missing", &text, 4, "the request body of POST /a has no example", help);
    let shared = "{post: {requestBody: {$ref: '#/components/requestBodies/B'}, responses: \
                  {'200': {$ref: '#/components/responses/B'}}}}";
    let text = format!(
        "components:\n  requestBodies: {{B: {{content: {{application/json: {{}}}}}}}}\n  \
         responses: {{B: {{description: A, content: {{application/json: {{}}}}}}}}\n{}  /b: {shared}\n",
        path("/a", shared)
    );
    let help = "add the documented response to `examples` under a name";
    check("example-missing", &text, 3, "response `B` has no example", help);
    let help = "add the documented body to `examples` under the name of the response example";
    check("request-example-missing", &text, 2, "request body `B` has no example", help);
}
