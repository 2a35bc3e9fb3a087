//! Operations, their parameters, bodies and responses, as OpenAPI merges and refers to them.

use spec::{Document, Operation, Source, json_content, operations};

const DOCUMENT: &str = "
paths:
  x-internal: {get: {}}
  /apps/{id}:
    summary: Apps
    parameters:
    - {name: id, in: path, required: true, description: of the path}
    - {name: trace, in: header, description: of the path}
    - $ref: '#/components/parameters/Limit'
    - $ref: '#/components/parameters/Missing'
    - not a parameter
    put:
      operationId: PutApp
      parameters:
      - {name: trace, in: header, description: of the operation}
      - {name: trace, in: query, description: another place}
      requestBody: {$ref: '#/components/requestBodies/App'}
      responses:
        x-note: none
        default: {description: d}
        '201': {$ref: '#/components/responses/App'}
        404: {description: e}
        500: not a response
    get: {operationId: GetApp, requestBody: [], responses: {4XX: {}}}
    delete: not an operation
    servers: []
  /shared: {$ref: '#/components/x-paths/shared'}
  /missing: {$ref: '#/components/x-paths/missing'}
  /wrong: []
components:
  x-paths: {shared: {post: {operationId: Shared}}}
  parameters: {Limit: {name: limit, in: query, description: of the components}}
  requestBodies: {App: {content: {text/plain: {}, application/problem+json: {}, Application/JSON; charset=utf-8: {x-found: 1}}}}
  responses: {App: {description: r, content: {application/vnd.app+json: {x-found: 2}}}}
";

/// What `describe` says of each operation.
#[track_caller]
fn check(describe: impl Fn(Operation<'_>) -> String, expected: &[&str]) {
    let source = Source::new("openapi.yaml", DOCUMENT);
    let document = Document::parse(&source).expect("is readable");
    let found: Vec<_> = operations(&document).map(describe).collect();
    assert_eq!(found, expected);
}

#[test]
fn operations_are_in_document_order() {
    let describe = |operation: Operation<'_>| {
        format!("{} {} {}", operation.method, operation.path, operation.id().unwrap_or("none"))
    };
    check(describe, &["put /apps/{id} PutApp", "get /apps/{id} GetApp", "post /shared Shared"]);
}

#[test]
fn parameters_of_the_operation_replace_those_of_the_path() {
    let describe = |operation: Operation<'_>| {
        let text = |node: spec::Node<'_>, key| {
            node.get(key).and_then(spec::Node::as_str).unwrap_or_default().to_owned()
        };
        let parameters = operation.parameters().into_iter();
        let all: Vec<_> = parameters
            .map(|node| format!("{} {}", text(node, "name"), text(node, "description")))
            .collect();
        all.join(", ")
    };
    check(
        describe,
        &[
            "id of the path, trace of the operation, limit of the components, trace another place",
            "id of the path, trace of the path, limit of the components",
            "",
        ],
    );
}

#[test]
fn references_to_request_bodies_are_resolved() {
    let describe = |operation: Operation<'_>| match operation.request_body() {
        Some(body) => {
            format!("{:?}", json_content(body).and_then(|json| json.get("x-found")?.as_i64()))
        }
        None => "none".into(),
    };
    check(describe, &["Some(1)", "none", "none"]);
}

#[test]
fn references_to_responses_are_resolved() {
    let describe = |operation: Operation<'_>| {
        let found = operation.responses().map(|(status, response)| {
            let json = json_content(response).and_then(|json| json.get("x-found")?.as_i64());
            format!("{status} {}", json.unwrap_or_default())
        });
        format!(
            "{}; {:?}",
            found.collect::<Vec<_>>().join(", "),
            operation.success().map(|(status, _)| status)
        )
    };
    check(describe, &["default 0, 201 2, 404 0; Some(\"201\")", "4XX 0; None", "; None"]);
}

#[test]
fn documents_of_other_formats_have_no_operations() {
    for text in ["[]", "paths: []", "paths: {/a: 1}", "text", "paths:", "paths: {/a: {get: }}"] {
        let source = Source::new("openapi.yaml", text);
        let document = Document::parse(&source).expect("is readable");
        assert_eq!(operations(&document).count(), 0, "{text}");
    }
}
