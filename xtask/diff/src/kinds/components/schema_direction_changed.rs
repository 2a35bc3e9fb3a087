//! A named schema that only requests had and responses have now, or the other way round.

use super::super::prelude::*;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "schema-direction-changed",
        summary: "A named schema that was only part of requests is now part of responses, or the \
                  reverse.",
        rationale: "Source: every field of a received type is an `Option`; in a type that is only \
                    sent, a required field, a list or a map is not an `Option`. The data that is \
                    sent does not change.",
        inverse: "schema-direction-changed",
    },
    check: Check::Document(check),
    cases: &[
        Case::document(
        "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components: {schemas: {A: {type: object, required: [a], properties: {a: {type: string}}}}}
",
        "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
    get: {operationId: GetA, responses: {'200': {description: A., content: *a}}}
components: {schemas: {A: {type: object, required: [a], properties: {a: {type: string}}}}}
",
        &[
            "operation-added (compatible, none, compatible) operation was added: GET /a",
            "schema-direction-changed (none, none, breaking) schema `A` was of requests only, is \
             of responses too",
        ],
    ),
        // A list without a name may be missing in a response; one with a name has the same type.
        Case::document(
            "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: array, items: {type: string}}}}}}
",
            "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
    get: {operationId: GetA, responses: {'200': {description: A., content: *a}}}
components: {schemas: {A: {type: object, properties: {a: {type: array, items: {type: string}}}}}}
",
            &[
                "operation-added (compatible, none, compatible) operation was added: GET /a",
                "schema-direction-changed (none, none, breaking) schema `A` was of requests only, \
                 is of responses too",
            ],
        ),
        Case::document(
            "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components: {schemas: {A: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}, B: {type: array, items: {type: string}}}}
",
            "
paths:
  /a:
    put: {operationId: PutA, requestBody: {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
    get: {operationId: GetA, responses: {'200': {description: A., content: *a}}}
components: {schemas: {A: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}, B: {type: array, items: {type: string}}}}
",
            &["operation-added (compatible, none, compatible) operation was added: GET /a"],
        ),
    ],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let mut schemas = schemas::schemas(documents).matched;
    schemas.retain(|(base, head)| is_opened(*base) && is_opened(*head));
    if schemas.is_empty() {
        return;
    }
    let [was, is] = [documents.base, documents.head].map(SchemaDirections::of);
    for (base, head) in schemas {
        // Where a schema is only written elsewhere, nothing new leads to it.
        let new = |reached: &SchemaDirections<'d>, schema: Node<'d>| {
            reached.received.contains(&schema) && !documents.received.contains(&schema)
        };
        let (before, after) = match (was.only_in_requests(base), is.only_in_requests(head)) {
            (true, false) if new(&is, head) => ("requests only", "responses too"),
            (false, true) if new(&was, base) => ("responses too", "requests only"),
            _ => continue,
        };
        changes.add(
            format!("schema `{}`", head.key().unwrap_or_default()),
            (Some(format!("of {before}")), Some(format!("of {after}"))),
            (Location::at(base), Location::at(head)),
            Impact::source(Level::Breaking),
        );
    }
}

/// Whether responses make another Rust type of a schema, or of a part of it that has no name.
///
/// They take away what is required, and make an `Option` of lists and maps that may be missing.
fn is_opened(schema: Node) -> bool {
    if schema.get("$ref").is_some() {
        return false;
    }
    let requires = schema.get("required").is_some_and(|names| !names.is_empty());
    let properties = schema.get("properties").into_iter().flat_map(Node::entries);
    let mut properties = properties.map(|entry| entry.value);
    let inner = ["items", "additionalProperties", "allOf", "oneOf", "anyOf"].into_iter();
    let mut inner = inner.filter_map(|key| schema.get(key));
    requires
        || properties
            .any(|property| rust_components::is_collection(property) || is_opened(property))
        || inner.any(|inner| is_opened(inner) || inner.items().any(is_opened))
}
