//! A named schema that only answers had and requests have now, or the other way round.

use super::*;

pub static KIND: Kind = Kind {
    id: "schema-direction-changed",
    what: "Only answers led to a named schema that says what is required, and requests lead to it \
           now; or the other way round.",
    why: "Nothing of it is sent in another way. Source: in a type of answers every field may be \
          missing, in a type of requests the required ones are there, so the fields have other types.",
    mirror: "schema-direction-changed",
    check: Check::Document(check),
    cases: &[Case::document(
        "
paths:
  /a:
    get: {operationId: GetA, responses: {'200': {description: A., content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
components: {schemas: {A: {type: object, required: [a], properties: {a: {type: string}}}}}
",
        "
paths:
  /a:
    get: {operationId: GetA, responses: {'200': {description: A., content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
    put: {operationId: PutA, requestBody: {content: *a}}
components: {schemas: {A: {type: object, required: [a], properties: {a: {type: string}}}}}
",
        &[
            "operation-added (compatible, none, compatible) operation is new: PUT /a",
            "schema-direction-changed (none, none, breaking) schema `A` was of answers only, is of \
             requests too",
        ],
    )],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let mut schemas = matching::schemas(documents).both;
    schemas.retain(|(base, head)| requires_something(*base) && requires_something(*head));
    if schemas.is_empty() {
        return;
    }
    let [was, is] = [documents.base, documents.head].map(Reached::of);
    for (base, head) in schemas {
        // Where a schema is only written elsewhere, nothing new leads to it.
        let new = |reached: &Reached<'d>, schema: Node<'d>| {
            reached.sent.contains(&schema) && !documents.sent.contains(&schema)
        };
        let (before, after) = match (was.only_answers(base), is.only_answers(head)) {
            (true, false) if new(&is, head) => ("answers only", "requests too"),
            (false, true) if new(&was, base) => ("requests too", "answers only"),
            _ => continue,
        };
        changes.add(
            format!("schema `{}`", head.key().unwrap_or_default()),
            (Some(format!("of {before}")), Some(format!("of {after}"))),
            (Place::at(base), Place::at(head)),
            Verdicts::source(Level::Breaking),
        );
    }
}

/// Whether a schema, or a part of it that has no name, says what is required.
fn requires_something(schema: Node) -> bool {
    let own = schema.get("required").is_some_and(|names| !names.is_empty());
    own || schema.items().any(requires_something)
        || schema.entries().any(|entry| entry.key != "example" && requires_something(entry.value))
}
