//! Makes all properties of schemas that are received optional, nullable and open.
//!
//! A client that fails on a missing, null or new field loses the response, and with it a secret that
//! exists nowhere else. The document names the fields that an operation guarantees (`x-guaranteed`);
//! they are checked after decoding. A schema that is sent, too, stays one type, so that a value that
//! was read can be sent back; its constructor takes what requests require.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::successes::success;
use super::walk::{members, operations, reach, schemas};

pub fn pass(lowered: &mut Lowered) {
    let (mut sent, mut received) = (BTreeSet::new(), BTreeSet::new());
    let named = schemas(&mut lowered.document).clone();
    for operation in operations(&mut lowered.document) {
        reach(&operation["parameters"], &named, &mut sent);
        reach(&operation["requestBody"], &named, &mut sent);
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        if let Some(response) = responses.and_then(success) {
            reach(response, &named, &mut received);
            for (_, media) in members(response, "content") {
                media.get_mut("schema").into_iter().for_each(open);
            }
        }
    }
    for (name, schema) in schemas(&mut lowered.document) {
        let is_sent = sent.contains(name);
        if is_sent && !received.contains(name) {
            continue;
        }
        let required = schema["required"].as_array().into_iter().flatten();
        let required = required.filter_map(Value::as_str).map(str::to_owned).collect();
        if is_sent {
            let properties = schema["properties"].as_object().into_iter().flatten();
            let opened = properties.filter(|(_, property)| property["nullable"] != true);
            lowered.opened.extend(opened.map(|(property, _)| (name.clone(), property.clone())));
            lowered.required.insert(name.clone(), required);
        }
        open(schema);
    }
}

fn open(schema: &mut Value) {
    let Some(keywords) = schema.as_object_mut() else { return };
    if keywords.contains_key("$ref") {
        return;
    }
    let required = keywords.shift_remove("required").unwrap_or_default();
    for name in required.as_array().into_iter().flatten().filter_map(Value::as_str) {
        // A required property needs no schema, and would be lost without one.
        let properties = keywords.entry("properties").or_insert_with(|| json!({}));
        if let Some(properties) = properties.as_object_mut() {
            properties.entry(name).or_insert_with(|| json!({}));
        }
    }
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
    fn schemas_that_are_received_are_opened() {
        check(
            super::pass,
            "
paths:
  /a:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}}
  /b:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Both'}}}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Both'}}}}
        '400': {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
components:
  schemas:
    In: {required: [id], properties: {id: {type: string}}}
    Both: {required: [id, bare], properties: {id: {type: string}}}
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
  /b:
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Both'}}}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Both'}}}}
        '400': {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
components:
  schemas:
    In: {required: [id], properties: {id: {type: string}}}
    Both: {properties: {id: {type: string, nullable: true}, bare: {nullable: true}}}
    Out:
      properties:
        codes: {type: array, items: {type: string}, nullable: true}
        inner: {$ref: '#/components/schemas/Inner'}
    Inner: {properties: {n: {type: integer, nullable: true}}}
",
        );
    }
}
