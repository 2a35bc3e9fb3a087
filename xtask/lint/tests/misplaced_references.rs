//! A reference in place of any value is allowed, or is one error that says so.

use serde_json::{Value, json};
use spec::{Document, Source};

const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: A, version: '1', contact: {name: a}, license: {name: MIT}}
servers: [{url: 'https://{region}.example.com', variables: {region: {default: eu, enum: [eu]}}}]
tags: [{name: a, externalDocs: {url: 'https://example.com'}}]
security: [{key: []}, {login: [read]}]
paths:
  /a/{id}:
    servers: [{url: /v1}]
    parameters: [{$ref: '#/components/parameters/Id'}]
    get:
      operationId: ShowA
      tags: [a]
      security: [{key: []}]
      parameters: [{$ref: '#/components/parameters/Filter'}]
      responses: {'200': {$ref: '#/components/responses/A'}}
    post:
      operationId: AddA
      requestBody: {$ref: '#/components/requestBodies/A'}
      callbacks: {done: {$ref: '#/components/callbacks/Done'}}
      responses:
        '200':
          description: An a.
          headers: {X-A: {$ref: '#/components/headers/A'}}
          links: {l: {$ref: '#/components/links/A'}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples: {e: {$ref: '#/components/examples/A'}}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
    Filter: {name: q, in: query, content: {application/json: {schema: {type: string}, example: a}}}
  responses: {A: {description: An a., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
  requestBodies:
    A:
      content:
        multipart/form-data:
          schema: {$ref: '#/components/schemas/A'}
          encoding: {a: {contentType: text/plain, headers: {X-B: {schema: {type: string}}}}}
  callbacks: {Done: {'{$request.body#/url}': {post: {responses: {'200': {description: Done.}}}}}}
  headers: {A: {schema: {type: string}, examples: {e: {value: a}}}}
  links: {A: {operationId: ShowA, parameters: {id: $response.body#/a}, server: {url: /v2}}}
  examples: {A: {value: {a: x}}}
  schemas:
    A: {type: object, required: [a], properties: {a: {type: string, enum: [x]}}, additionalProperties: false}
    B:
      type: object
      required: [kind]
      properties: {kind: {type: string}, list: {type: array, items: {type: string}}}
      oneOf: [{$ref: '#/components/schemas/C'}]
      discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/C'}}
    C:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      xml: {name: c}
      externalDocs: {url: 'https://example.com'}
      allOf: [{anyOf: [{minProperties: 1}]}, {not: {maxProperties: 0}}]
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: oauth2, flows: {implicit: {authorizationUrl: /login, scopes: {read: To read.}}}}
";

/// The errors in a document, each as its rule and its place.
fn errors(document: &Value) -> Vec<(&'static str, String)> {
    let source = Source::new("openapi.json", document.to_string());
    let found = lint::check(source, &|_| true).swap_remove(0).diagnostics;
    let errors = found.into_iter().filter(|one| one.rule.severity == report::Severity::Error);
    let errors = errors.filter(|one| matches!(one.rule.group.name(), "valid" | "values"));
    errors.map(|error| (error.rule.id, error.pointer)).collect()
}

/// The pointers to all objects and arrays in a value.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (spec::pointer_token(key).into_owned(), value))
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect()
        }
        _ => return,
    };
    found.push(pointer.to_owned());
    for (step, value) in inner {
        places(value, &format!("{pointer}/{step}"), found);
    }
}

fn document() -> Value {
    let source = Source::new("openapi.yaml", DOCUMENT);
    Document::parse(&source).expect("is readable").root().to_value()
}

#[test]
fn one_error_wherever_a_reference_is_not_allowed() {
    let document = document();
    assert_eq!(errors(&document), []);
    let mut all = Vec::new();
    places(&document, "", &mut all);
    let mut misplaced = 0;
    // The value of an example may be anything.
    let is_value = |pointer: &str| pointer.is_empty() || pointer.ends_with("/value");
    for pointer in all.iter().filter(|pointer| !is_value(pointer)) {
        let replaced = |target: &str| {
            let mut changed = document.clone();
            let place = changed.pointer_mut(pointer).expect("is there");
            let moved = std::mem::replace(place, json!({"$ref": target}));
            changed["x-moved"] = moved;
            errors(&changed)
        };
        let found = replaced("#/x-moved");
        if found.is_empty() {
            continue;
        }
        misplaced += 1;
        assert_eq!(found, [("ref-misplaced", format!("{pointer}/$ref"))]);
        // In a map of texts it may be a name, unless it refers to another map.
        let is_name = |end| pointer.ends_with(end);
        if !["/mapping", "/scopes", "/links/A/parameters"].into_iter().any(is_name) {
            assert_eq!(replaced("https://example.com/moved.yaml"), found);
        }
    }
    // OpenAPI allows a reference in the other places.
    assert_eq!(misplaced, 76);
}

#[test]
fn what_is_beside_a_misplaced_reference_is_checked() {
    let mut changed = document();
    changed["paths"]["/a/{id}"]["get"]["responses"]["$ref"] = json!("#/x-moved");
    changed["paths"]["/a/{id}"]["get"]["responses"]["200"] = json!({"descriptio": "An a."});
    changed["components"]["schemas"]["$ref"] = json!("#/x-moved");
    changed["components"]["schemas"]["D"] = json!({"typ": "object"});
    let responses = "/paths/~1a~1{id}/get/responses";
    let expected = [
        ("field-missing", format!("{responses}/200")),
        ("field-unknown", format!("{responses}/200/descriptio")),
        ("ref-misplaced", format!("{responses}/$ref")),
        ("ref-misplaced", "/components/schemas/$ref".to_owned()),
        ("field-unknown", "/components/schemas/D/typ".to_owned()),
    ];
    assert_eq!(errors(&changed), expected);
}

#[test]
fn a_name_may_be_ref() {
    let mut changed = document();
    changed["components"]["schemas"]["A"]["properties"]["$ref"] = json!({"type": "string"});
    changed["components"]["schemas"]["A"]["example"] = json!({"a": "x", "$ref": "#/nowhere"});
    let flow = &mut changed["components"]["securitySchemes"]["login"]["flows"]["implicit"];
    flow["scopes"] = json!({"$ref": "Reads references.", "read": "Reads."});
    assert_eq!(errors(&changed), []);
}
