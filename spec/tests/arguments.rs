//! The parameters of a call as single values.

use spec::{Document, Source, calls, plain};

/// What a parameter called `p` with this example becomes: names with what is sent, or the reason.
#[track_caller]
fn check(parameter: &str, expected: &[&str]) {
    let text = format!(
        "paths: {{/a: {{get: {{parameters: [{{name: p, required: true, {parameter}}}], responses: {{204: {{}}}}}}}}}}"
    );
    let source = Source::new("openapi.yaml", text);
    let document = Document::parse(&source).expect("is readable");
    let calls = calls(&document);
    let arguments = calls.first().expect("a call").arguments();
    let found: Vec<_> = arguments
        .iter()
        .map(|argument| match argument.sent() {
            Ok(values) => {
                let values: Vec<_> = values.iter().filter_map(plain).collect();
                format!("{}={}", argument.name, values.join(" & "))
            }
            Err(reason) => format!("{} {reason}", argument.name),
        })
        .collect();
    assert_eq!(found, expected, "{parameter}");
}

#[test]
fn scalars_and_lists_are_serialized_by_their_style() {
    for place in ["path", "query", "header"] {
        check(&format!("in: {place}, example: 5"), &["p=5"]);
        check(&format!("in: {place}, example: a b"), &["p=a b"]);
        check(&format!("in: {place}, example: true"), &["p=true"]);
    }
    check("in: path, example: [1, 2]", &["p=1,2"]);
    check("in: header, explode: true, example: [a, b]", &["p=a,b"]);
    check("in: query, example: [a, b]", &["p=a & b"]);
    check("in: path, example: ['a,b', c]", &["p=a,b,c"]);
    check("in: query, explode: false, example: ['', 'a,b']", &["p=,a,b"]);
    for list in ["in: query", "in: query, explode: false", "in: header"] {
        check(&format!("{list}, example: []"), &["p="]);
    }
    check("in: query, explode: false, example: [a, b]", &["p=a,b"]);
    check("in: query, style: spaceDelimited, example: [a, b]", &["p=a b"]);
    check("in: query, style: pipeDelimited, example: [a, b]", &["p=a|b"]);
    check("in: query, style: pipeDelimited, explode: true, example: [a, b]", &["p=a & b"]);
}

#[test]
fn exploded_properties_are_separate_arguments() {
    check("in: query, example: {n: 1, size: 2}", &["n=1", "size=2"]);
    check(
        "in: query, style: deepObject, example: {n: 1, tags: [a, b]}",
        &["p[n]=1", "p[tags][]=a & b"],
    );
    check("in: query, style: deepObject, example: [1]", &["p[]=1"]);
}

#[test]
fn unsupported_serializations_return_a_reason() {
    let reason = "p has an example that is neither a scalar nor a list of scalars";
    check("in: query, explode: false, example: {n: 1}", &[reason]);
    check("in: path, example: {n: 1}", &[reason]);
    check("in: header, example: [[1]]", &[reason]);
    check(
        "in: query, style: deepObject, example: {n: {m: 1}}",
        &[&reason.replacen('p', "p[n]", 1)],
    );
    let reason = "p has an example with an item that its separator would split";
    check("in: header, example: ['a,b']", &[reason]);
    check("in: header, example: ['', a]", &[reason]);
    check("in: query, style: pipeDelimited, example: ['a|b', c]", &[reason]);
    check("in: query, style: spaceDelimited, example: ['a b', c]", &[reason]);
    check("in: path, example: []", &["p has an empty list as its example"]);
    check("in: path, style: matrix, example: 1", &["p has a style that is not supported"]);
    check("in: cookie, example: 1", &["p is a cookie"]);
    check(
        "in: query, content: {application/json: {example: 1}}",
        &["p has a media type of its own"],
    );
}

#[test]
fn a_location_rejects_values_that_it_cannot_carry() {
    let reason = "p has an example that cannot be sent in this part of a request";
    for value in ["''", "a/b", "'a\\b'", "a;b", "..", "'%2E'", "\"a\\n\""] {
        check(&format!("in: path, example: {value}"), &[reason]);
    }
    check("in: path, example: 'a%?#'", &["p=a%?#"]);
    check("in: header, example: ' a'", &[reason]);
    check("in: query, example: 'a/../b '", &["p=a/../b "]);
}
