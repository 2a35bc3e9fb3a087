//! Makes all properties of response schemas optional, nullable and open.
//!
//! A client that fails on a missing, null or new field loses the response, and with it a secret that
//! exists nowhere else. The document names the fields that an operation guarantees (`x-guaranteed`);
//! they are checked after decoding.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{members, operations, reach, schemas};

pub fn pass(lowered: &mut Lowered) {
    let mut sent = BTreeSet::new();
    let named = schemas(&mut lowered.document).clone();
    for operation in operations(&mut lowered.document) {
        reach(&operation["parameters"], &named, &mut sent);
        reach(&operation["requestBody"], &named, &mut sent);
        // No request refers to an inline schema of a response.
        for (_, response) in members(operation, "responses") {
            for (_, media) in members(response, "content") {
                media.get_mut("schema").into_iter().for_each(open);
            }
        }
    }
    for (name, schema) in schemas(&mut lowered.document) {
        if !sent.contains(name) {
            open(schema);
        }
    }
}

fn open(schema: &mut Value) {
    let Some(keywords) = schema.as_object_mut() else { return };
    if keywords.contains_key("$ref") {
        return;
    }
    keywords.shift_remove("required");
    if keywords.get("additionalProperties") == Some(&Value::Bool(false)) {
        keywords.shift_remove("additionalProperties");
    }
    for (_, property) in members(schema, "properties") {
        open(property);
        // An optional reference accepts null without it.
        if property.get("$ref").is_none() && property.is_object() {
            property["nullable"] = json!(true);
        }
    }
    for key in ["items", "additionalProperties"] {
        schema.get_mut(key).into_iter().for_each(open);
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn only_response_schemas_are_opened() {
        check(
            super::pass,
            "
paths:
  /a:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}}
components:
  schemas:
    In: {required: [id], properties: {id: {type: string}}}
    Out:
      required: [codes]
      additionalProperties: false
      properties:
        codes: {type: array, items: {type: string}}
        inner: {$ref: '#/components/schemas/Inner'}
    Inner: {required: [n], properties: {n: {type: integer}}}
",
            "
paths:
  /a:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}}
components:
  schemas:
    In: {required: [id], properties: {id: {type: string}}}
    Out:
      properties:
        codes: {type: array, items: {type: string}, nullable: true}
        inner: {$ref: '#/components/schemas/Inner'}
    Inner: {properties: {n: {type: integer, nullable: true}}}
",
        );
    }
}
