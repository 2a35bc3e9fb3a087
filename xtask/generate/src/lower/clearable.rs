//! Distinguishes null from an absent property in requests.
//!
//! A property that is optional and nullable may be absent, null or a value, and a merge patch clears it
//! with null. typify makes an `Option` of it, which cannot be null. An `Option` of an `Option` can.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::{operations, reach, schemas};

/// The crate of `Option`, as the extension of typify names it.
pub const STD: &str = "std";

/// Finds the properties of requests that are optional and nullable.
pub fn pass(lowered: &mut Lowered) {
    let bodies: Vec<Value> = operations(&mut lowered.document)
        .filter_map(|operation| operation.get("requestBody").cloned())
        .collect();
    let named = schemas(&mut lowered.document);
    let mut requests = BTreeSet::new();
    bodies.iter().for_each(|body| reach(body, named, &mut requests));
    let found = named.iter().filter(|(name, _)| requests.contains(*name));
    let found = found.flat_map(|(name, schema)| {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let is_required = |property: &str| {
            let mut required = schema["required"].as_array().into_iter().flatten();
            required.any(|required| required == property)
        };
        let clearable = properties
            .filter(move |(property, schema)| schema["nullable"] == true && !is_required(property));
        clearable.map(|(property, _)| (name.clone(), property.clone()))
    });
    let opened = &lowered.opened;
    lowered.clearable = found.filter(|property| !opened.contains(property)).collect();
}

/// Makes an `Option` of each of them, which typify puts into another one.
pub fn for_progenitor(lowered: &mut Lowered) {
    let named = schemas(&mut lowered.document);
    for (name, property) in &lowered.clearable {
        let Some(schema) =
            named.get_mut(name).and_then(|schema| schema.get_mut("properties")?.get_mut(property))
        else {
            continue;
        };
        let mut inner = schema.take();
        let description = inner.as_object_mut().and_then(|members| {
            members.shift_remove("nullable");
            members.shift_remove("description")
        });
        *schema = json!({ "x-rust-type": {
            "crate": STD,
            "version": "*",
            "path": "std::option::Option",
            "parameters": [json_schema(inner)],
        } });
        if let Some(description) = description {
            schema["description"] = description;
        }
    }
}

/// Returns a schema of OpenAPI as JSON Schema, which the extension expects: null is a type.
fn json_schema(schema: Value) -> Value {
    let Value::Object(members) = schema else { return schema };
    let is_nullable = members.get("nullable") == Some(&json!(true));
    let mut converted = Map::new();
    for (key, value) in members {
        match key.as_str() {
            "nullable" => continue,
            "items" | "additionalProperties" => converted.insert(key, json_schema(value)),
            _ => converted.insert(key, value),
        };
    }
    // A reference with a keyword next to it.
    let only = converted.get("allOf").and_then(|all| Some(all.as_array()?.first()?.clone()));
    let converted = only.unwrap_or(Value::Object(converted));
    if is_nullable { json!({ "oneOf": [converted, { "type": "null" }] }) } else { converted }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;
    use crate::lower::lowered::Lowered;

    fn both(lowered: &mut Lowered) {
        super::pass(lowered);
        super::for_progenitor(lowered);
    }

    #[test]
    fn optional_nullable_property_of_a_request_is_clearable() {
        let document = |schemas: &str| {
            format!(
                "
paths:
  /a:
    patch:
      requestBody:
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}
components:
  schemas:
{schemas}
    Response: {{type: object, properties: {{a: {{type: string, nullable: true}}}}}}
"
            )
        };
        let option = "crate: std, version: '*', path: 'std::option::Option'";
        check(
            both,
            &document(
                "
    A:
      required: [c]
      properties:
        a: {type: string, nullable: true, description: An a.}
        b: {type: string}
        c: {type: string, nullable: true}
        d: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}
        e: {type: array, nullable: true, items: {type: string, nullable: true}}
    B: {properties: {f: {type: integer, nullable: true}}}",
            ),
            &document(&format!(
                "
    A:
      required: [c]
      properties:
        a: {{x-rust-type: {{{option}, parameters: [{{type: string}}]}}, description: An a.}}
        b: {{type: string}}
        c: {{type: string, nullable: true}}
        d: {{x-rust-type: {{{option}, parameters: [{{$ref: '#/components/schemas/B'}}]}}}}
        e:
          x-rust-type:
            crate: std
            version: '*'
            path: std::option::Option
            parameters:
              - {{type: array, items: {{oneOf: [{{type: string}}, {{type: 'null'}}]}}}}
    B:
      properties: {{f: {{x-rust-type: {{{option}, parameters: [{{type: integer}}]}}}}}}"
            )),
        );
    }
}
