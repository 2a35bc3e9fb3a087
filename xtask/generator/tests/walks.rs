//! Every walk over references ends, however they are tangled.

use std::fs;
use std::process::Command;

use serde_json::{Map, Value, json};

/// How many components refer to one another. If a walk went each way anew where there are two,
/// it would visit the last one 2^40 times.
const LEVELS: usize = 40;

fn schema(index: usize) -> Value {
    json!({ "$ref": format!("#/components/schemas/C{index}") })
}

fn body(schema: Value) -> Value {
    json!({ "content": { "application/json": { "schema": schema } } })
}

/// A document whose components of one kind each refer to the next; the last one to none, or to the
/// first.
fn document(kind: &str, is_circle: bool, component: &dyn Fn(Option<usize>) -> Value) -> Value {
    let components: Map<String, Value> = (0..LEVELS)
        .map(|index| {
            let next = if is_circle { Some((index + 1) % LEVELS) } else { Some(index + 1) };
            let next = next.filter(|next| *next < LEVELS);
            (format!("C{index}"), component(next))
        })
        .collect();
    let first = json!({ "$ref": format!("#/components/{kind}/C0") });
    let response = |extra: Value| {
        let mut response = json!({ "description": "A response." });
        response
            .as_object_mut()
            .expect("an object")
            .extend(extra.as_object().cloned().unwrap_or_default());
        response
    };
    let mut operation =
        json!({ "operationId": "Call", "responses": { "200": response(json!({})) } });
    match kind {
        "schemas" => {
            let mut body = body(first);
            body["content"]["application/json"]["example"] = json!({ "a": { "b": [{ "a": {} }] } });
            operation["requestBody"] = body.clone();
            operation["responses"]["200"] = response(body);
        }
        "callbacks" => operation["callbacks"] = json!({ "again": first }),
        "parameters" => operation["parameters"] = json!([first]),
        "requestBodies" => operation["requestBody"] = first,
        "responses" => operation["responses"]["200"] = first,
        "headers" => {
            operation["responses"]["200"] = response(json!({ "headers": { "X-A": first } }))
        }
        "links" => operation["responses"]["200"] = response(json!({ "links": { "next": first } })),
        "examples" => {
            let mut body = body(json!({ "type": "object" }));
            body["content"]["application/json"]["examples"] = json!({ "documented": first });
            operation["responses"]["200"] = response(body);
        }
        _ => {}
    }
    let mut document = json!({
        "openapi": "3.0.3",
        "info": { "title": "A", "version": "1" },
        "paths": { "/a": { "post": operation } },
        "components": {},
    });
    match kind {
        "paths" => {
            for (name, path_item) in components {
                document["paths"][format!("/{name}")] = path_item;
            }
        }
        kind => document["components"][kind] = components.into(),
    }
    document
}

/// Runs the commands over a document, and over it and a changed one.
#[track_caller]
fn check(kind: &str, component: &dyn Fn(Option<usize>) -> Value) {
    for is_circle in [false, true] {
        let text = document(kind, is_circle, component).to_string();
        let changed = text.replace("A response.", "Another.").replace("string", "integer");
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        fs::write(path("a.json"), text).expect("a file");
        fs::write(path("b.json"), changed).expect("a file");
        let (a, b, out) = (path("a.json"), path("b.json"), path("out"));
        for arguments in [
            &["lint", &a][..],
            &["diff", &a, &a],
            &["diff", "--all", &a, &b],
            &["generate", "--spec", &a, "--out", &out],
        ] {
            let output = Command::new(env!("CARGO_BIN_EXE_generator")).args(arguments).output();
            let output = output.expect("the command runs");
            let err = String::from_utf8_lossy(&output.stderr);
            assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?}: {err}");
            assert!(!err.contains("panicked"), "{arguments:?}: {err}");
            if arguments == ["diff", &a, &a] {
                assert!(output.stdout.starts_with(b"0 changes"), "{arguments:?}: {err}");
            }
        }
    }
}

#[test]
fn schemas_made_of_others_twice() {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        check("schemas", &|next| match next {
            Some(next) => json!({ keyword: [schema(next), schema(next)], "example": { "a": 1 } }),
            None => json!({ "type": "object", "properties": { "a": { "type": "string" } } }),
        });
    }
}

#[test]
fn schemas_with_others_inside_twice() {
    check("schemas", &|next| match next {
        Some(next) => json!({
            "type": "object",
            "properties": { "a": schema(next), "b": { "type": "array", "items": schema(next) } },
            "additionalProperties": schema(next),
            "example": { "a": { "b": [{ "a": {} }] } },
        }),
        None => json!({ "type": "string" }),
    });
    check("schemas", &|next| match next {
        Some(next) => {
            json!({ "not": schema(next), "anyOf": [{ "not": schema(next) }], "default": 1 })
        }
        None => json!({ "type": "string" }),
    });
}

#[test]
fn a_chain_of_parts() {
    check("schemas", &|next| match next {
        Some(next) => json!({ "allOf": [schema(next), { "type": "object", "properties": {
            format!("p{next}"): { "type": "string", "example": "a" } } }] }),
        None => json!({ "type": "object" }),
    });
}

#[test]
fn discriminators() {
    check("schemas", &|next| {
        let targets = [next.unwrap_or(0), next.map_or(1, |next| (next + 1) % LEVELS)];
        let mapping = json!({ "a": format!("#/components/schemas/C{}", targets[0]), "b": format!("C{}", targets[1]) });
        json!({
            "oneOf": targets.map(schema),
            "discriminator": { "propertyName": "kind", "mapping": mapping },
            "example": { "kind": "a" },
        })
    });
    check("schemas", &|next| {
        json!({
            "type": "object",
            "required": ["kind"],
            "properties": { "kind": { "type": "string" } },
            "discriminator": { "propertyName": "kind" },
            "allOf": next.map(schema).into_iter().collect::<Vec<_>>(),
        })
    });
}

#[test]
fn callbacks_with_callbacks() {
    check("callbacks", &|next| {
        let mut call = json!({ "responses": { "200": { "description": "A response." } } });
        if let Some(next) = next {
            let next = json!({ "$ref": format!("#/components/callbacks/C{next}") });
            call["callbacks"] = json!({ "again": next, "other": next });
        }
        json!({ "{$request.body#/url}": { "post": call, "put": call } })
    });
}

#[test]
fn chains_of_references() {
    let ends = [
        ("schemas", json!({ "type": "string" })),
        ("parameters", json!({ "name": "a", "in": "query", "schema": { "type": "string" } })),
        ("requestBodies", body(json!({ "type": "string" }))),
        ("responses", json!({ "description": "A response." })),
        ("headers", json!({ "schema": { "type": "string" } })),
        ("links", json!({ "operationId": "Call" })),
        ("examples", json!({ "value": { "a": "string" } })),
        ("callbacks", json!({ "{$request.body#/url}": {} })),
        ("securitySchemes", json!({ "type": "http", "scheme": "basic" })),
    ];
    for (kind, end) in ends {
        check(kind, &|next| match next {
            Some(next) => json!({ "$ref": format!("#/components/{kind}/C{next}") }),
            None => end.clone(),
        });
    }
    check("paths", &|next| match next {
        Some(next) => json!({ "$ref": format!("#/paths/~1C{next}") }),
        None => json!({ "get": { "responses": { "200": { "description": "A response." } } } }),
    });
}
