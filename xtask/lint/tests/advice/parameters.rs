//! Parameters that the client cannot send, and their styles.

use spec::Source;

use super::check::{check, component, path};

#[test]
fn parameters_that_the_client_cannot_send() {
    let parameter = |rule: &str, parameter: &str, end: &str, help: &str| {
        component(rule, "parameters", parameter, end, help);
    };
    let joined = "the client cannot send object parameter `a` as a single string";
    let suppress = "if the service accepts it; otherwise suppress this rule here: the parameter is \
                    then a string";
    parameter(
        "parameter-object-joined",
        "{name: a, in: query, explode: false, schema: {type: object}}",
        joined,
        &format!("write `explode: true` or `style: deepObject`, {suppress}"),
    );
    parameter(
        "parameter-object-joined",
        "{name: a, in: header, schema: {type: object}}",
        joined,
        &format!("use `type: array` or `type: string`, {suppress}"),
    );
    let styled = |rest: &str, help: &str| {
        let text = format!("{{name: a, in: path, required: true, {rest}}}");
        let style = if rest.contains("label") { "label" } else { "matrix" };
        let end = format!("the client does not support style `{style}`");
        parameter("path-parameter-styled", &text, &end, help);
    };
    let simple = "write `style: simple`, if the service accepts it; otherwise remove the operation";
    let label = "remove `style`, and write `.{a}` in the path";
    let matrix = "remove `style`, and write `;a={a}` in the path";
    styled("style: label, schema: {type: string}", label);
    styled("style: label, explode: true, schema: {type: string}", label);
    styled("style: matrix, schema: {type: integer}", matrix);
    styled("style: matrix, schema: {type: array, items: {}}", matrix);
    styled("style: matrix, explode: true, schema: {type: array, items: {}}", simple);
    styled("style: label, schema: {type: array, items: {}}", simple);
    styled("style: matrix, schema: {type: object}", simple);
}

#[test]
fn parameters_with_one_rust_name() {
    let taken = |path_name: &str, parameters: &str, message: &str, help: &str| {
        let item = format!("{{get: {{parameters: [{parameters}], responses: {{}}}}}}");
        let text = path(&format!("/a/{{{path_name}}}"), &item);
        check("parameter-name-taken", &text, 4, message, help);
    };
    let in_path = |name: &str| format!("{{name: {name}, in: path, required: true, schema: {{}}}}");
    let in_header = |name: &str| format!("{{name: {name}, in: header, schema: {{}}}}");
    let rename = |name: &str| {
        format!(
            "rename path parameter `{name}`, also in the path; its name does not change the request"
        )
    };
    taken(
        "a-b",
        &[in_header("A-B"), in_path("a-b")].join(", "),
        "path parameter `a-b` has the Rust name `a_b` of header parameter `A-B`",
        &rename("a-b"),
    );
    taken(
        "header_map",
        &in_path("header_map"),
        "path parameter `header_map` has the Rust name `header_map`, which is reserved",
        &rename("header_map"),
    );
    taken(
        "b",
        &[in_path("b"), in_header("X-A"), in_header("x_a")].join(", "),
        "header parameter `x_a` has the Rust name `x_a` of header parameter `X-A`",
        "remove the parameter, or rename it if the service accepts another header",
    );
    // Twice the same is a diagnostic of `parameter-duplicate`, and no other one.
    let item = [in_header("A"), in_header("A")].join(", ");
    let text = path("/a", &format!("{{get: {{parameters: [{item}], responses: {{}}}}}}"));
    let selected =
        |rule: &lint::Rule| ["parameter-duplicate", "parameter-name-taken"].contains(&rule.info.id);
    let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
    let ids: Vec<_> = found.diagnostics.iter().map(|found| found.rule.id).collect();
    assert_eq!(ids, ["parameter-duplicate"]);
}

#[test]
fn styles_that_are_defined_for_the_type() {
    let misplaced = |rest: &str, location: &str, help: &str| {
        let text = format!("{{name: a, in: {location}, {rest}}}");
        let end = format!("is not allowed in a {location}");
        component("parameter-style-misplaced", "parameters", &text, &end, help);
    };
    misplaced("style: simple, schema: {type: string}", "query", "write `style: form`");
    misplaced(
        "style: label, schema: {type: array, items: {}}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited",
    );
    misplaced(
        "style: label, explode: true, schema: {type: array, items: {}}",
        "query",
        "write `style: form`",
    );
    misplaced(
        "style: simple, schema: {type: object}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited, deepObject",
    );
    misplaced(
        "style: simple, schema: {}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited, deepObject",
    );
}
