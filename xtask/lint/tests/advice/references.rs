//! What a place holds: references, paths, and fields of media types.

use spec::Source;

use super::check::{HEAD, check, path};

#[test]
fn what_to_write_for_a_reference_by_what_its_place_holds() {
    let unresolved = |text: &str, help: &str| {
        let end = text.lines().count() as u32;
        check("ref-unresolved", text, end, "", help);
    };
    let response = "{get: {responses: {'200': {$ref: '#/none'}}}}";
    unresolved(&path("/a", response), "add a response to `components/responses`, and refer to it");
    let known = "components: {responses: {A~/: {description: A}}}\n";
    unresolved(
        &(known.to_owned() + &path("/a", response)),
        "refer to an entry of `components/responses`, such as `#/components/responses/A~0~1`",
    );
    unresolved(
        &path("/a", "{$ref: '#/none'}"),
        "write a path item in place of the reference, or correct the reference",
    );
    unresolved(
        &path("/a", "{get: {responses: {'200': {$ref: 'none.yaml#/a'}}}}"),
        "correct the path of the file, which starts in the folder of this document",
    );
    let cycle = "parameters:\n    A: {$ref: '#/components/parameters/A'}\n";
    unresolved(
        &format!("{HEAD}components:\n  {cycle}"),
        "write a parameter in place of the reference",
    );
    let mismatch = "{get: {responses: {'200': {$ref: '#/info'}}}}";
    check(
        "ref-target-mismatch",
        &path("/a", mismatch),
        4,
        "expected a reference to a response, found an info object",
        "add a response to `components/responses`, and refer to it",
    );
    let external = |item: &str, help: &str| {
        check("ref-external", &path("/a", item), 4, "refers to another document", help);
    };
    external("{$ref: 'https://a.dev/a.yaml'}", "write a path item in place of the reference");
    external(
        "{get: {responses: {'200': {$ref: 'https://a.dev/a.yaml'}}}}",
        "move the target to `components/responses`, and refer to it with \
         `#/components/responses/…`",
    );
}

#[test]
fn what_to_do_with_two_paths_of_one_shape() {
    let of = |first: &str, second: &str, help: &str| {
        let operations = |methods: &str| {
            let methods = methods.split_whitespace();
            methods.map(|it| format!("{it}: {{responses: {{}}}}, ")).collect::<String>()
        };
        let text = path("/a/{b}", &format!("{{{}}}", operations(first)));
        let text = format!("{text}  /a/{{c}}: {{{}}}\n", operations(second));
        check("path-duplicate", &text, 5, "`/a/{c}` is the same path as `/a/{b}`", help);
    };
    of("get", "put", "put the methods of both under one path");
    of("get", "get", "remove one `get`, or merge the two operations");
    of(
        "get put",
        "put post",
        "remove one `put`, or merge the two operations; move `post` to `/a/{b}`",
    );
    of("get put", "get put", "remove one each of `get`, `put`, or merge the operations");
}

#[test]
fn a_field_of_a_media_type_on_the_level_of_media_types() {
    let content = |content: &str, help: &str| {
        let text = format!(
            "{{get: {{responses: {{'200': {{description: A, content: {{{content}}}}}}}}}}}"
        );
        let end = "`schema` is not a valid media type";
        check("media-type-invalid", &path("/a", &text), 4, end, help);
    };
    content(
        "text/plain: {}, application/json: , schema: {}, text/html: {}",
        "indent `schema` under `application/json`",
    );
    content(
        "schema: {}",
        "write a media type such as `application/json` before `schema`, and indent `schema` under \
         it",
    );
    let parameter = |content: &str| {
        let text = format!("{{name: a, in: query, content: {{{content}}}}}");
        let rule = "parameter-content-not-single";
        let end = "expected one media type in `content`, found ";
        (format!("{HEAD}components:\n  parameters:\n    A: {text}\n"), rule, end)
    };
    let (text, rule, end) = parameter("");
    let help = "add a media type to `content`, or write `schema` in place of `content`";
    check(rule, &text, 6, &format!("{end}0"), help);
    let (text, rule, end) = parameter("text/plain: {}, text/html: {}, schema: {}");
    check(rule, &text, 6, &format!("{end}2"), "keep exactly one media type in `content`");
    let (text, rule, _) = parameter("application/json: , schema: {}");
    let selected = |other: &lint::Rule| other.info.id == rule;
    let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
    assert_eq!(found.diagnostics, []);
}

#[test]
fn entries_that_may_be_references_by_what_holds_them() {
    let misplaced = |text: &str, example: &str| {
        let help = format!("write the entries here; each may be a reference: `{example}`");
        check("ref-misplaced", text, text.lines().count() as u32, "cannot be a reference", &help);
    };
    let head = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n";
    misplaced(&format!("{head}paths: {{$ref: '#/x-a'}}\n"), "/path: {$ref: …}");
    misplaced(&path("/a", "{get: {responses: {$ref: '#/x-a'}}}"), "'200': {$ref: …}");
    misplaced(&format!("{HEAD}components: {{schemas: {{$ref: '#/x-a'}}}}\n"), "name: {$ref: …}");
}
