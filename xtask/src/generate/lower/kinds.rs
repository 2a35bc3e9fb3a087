//! Says of every schema what kind of value it describes.
//!
//! typify guesses what a document leaves open, and panics on what it cannot guess.

use serde_json::{Map, Value, json};

use super::walk::each_schema;
use super::{Lowered, Refusal};

const KINDS: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    each_schema(&mut lowered.document, &mut kind)
}

fn kind(pointer: &str, schema: &mut Value) -> Result<(), Refusal> {
    // An empty line in YAML, and what later versions write for a schema without demands.
    if schema.is_null() || *schema == true {
        *schema = json!({});
    }
    let Some(members) = schema.as_object_mut() else {
        let reason = "something that is not a schema";
        return Err(Refusal::new(pointer, reason, "write a schema: `{type: string}`"));
    };
    if members.contains_key("$ref") {
        // OpenAPI 3.0.3 ignores what stands beside a reference.
        members.retain(|key, _| key == "$ref");
        return Ok(());
    }
    match members.get("type") {
        Some(Value::String(kind)) if KINDS.contains(&kind.as_str()) => {}
        Some(kind) => {
            let reason = format!("{kind} is not a type of OpenAPI 3.0");
            let mend = "name one of array, boolean, integer, number, object, string; \
                        `nullable: true` beside it allows null";
            return Err(Refusal::new(&format!("{pointer}/type"), reason, mend));
        }
        None => {
            if let Some(kind) = implied(members) {
                members.insert("type".to_owned(), json!(kind));
            }
        }
    }
    list(members);
    if !members.get("required").is_none_or(Value::is_array) {
        members.shift_remove("required");
    }
    Ok(())
}

/// The kind that the keywords of a schema make sense for.
fn implied(members: &Map<String, Value>) -> Option<&'static str> {
    let listed = members.get("enum").and_then(Value::as_array);
    let all = |is: fn(&Value) -> bool| {
        listed.is_some_and(|values| !values.is_empty() && values.iter().all(is))
    };
    let has = |key| members.contains_key(key);
    match () {
        () if has("properties") || has("additionalProperties") || has("required") => Some("object"),
        () if has("items") => Some("array"),
        () if all(|value| value.is_string() || value.is_null()) => Some("string"),
        () if all(Value::is_i64) => Some("integer"),
        () if all(Value::is_number) => Some("number"),
        () if all(Value::is_boolean) => Some("boolean"),
        () => None,
    }
}

/// Leaves lists of values to strings, with each value as a string.
fn list(members: &mut Map<String, Value>) {
    let is_string = members.get("type").is_some_and(|kind| kind == "string");
    let Some(Value::Array(values)) = members.shift_remove("enum") else { return };
    if values.contains(&Value::Null) {
        members.insert("nullable".to_owned(), json!(true));
    }
    let text = |value: Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    };
    let values: Vec<String> = values.into_iter().filter_map(text).collect();
    if is_string && !values.is_empty() {
        members.insert("enum".to_owned(), json!(values));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{check, refused};

    #[test]
    fn every_schema_has_a_kind() {
        check(
            super::pass,
            "
components:
  schemas:
    A:
      required: true
      properties:
        list: {items: {enum: [a, null]}}
        map: {additionalProperties: true}
        n: {enum: [1, 2]}
        code: {type: string, enum: [1, b]}
        any: null
        to: {$ref: '#/components/schemas/A', description: ignored}
        both: {oneOf: [{type: boolean, enum: [true]}, {}]}
",
            "
components:
  schemas:
    A:
      properties:
        list: {items: {type: string, nullable: true, enum: [a]}, type: array}
        map: {additionalProperties: true, type: object}
        n: {type: integer}
        code: {type: string, enum: ['1', b]}
        any: {}
        to: {$ref: '#/components/schemas/A'}
        both: {oneOf: [{type: boolean}, {}]}
      type: object
",
        );
    }

    #[test]
    fn what_is_no_type_is_refused_where_it_stands() {
        let document =
            |kind: &str| format!("components: {{schemas: {{A: {{items: {{type: {kind}}}}}}}}}");
        for kind in ["file", "[string, 'null']", "{}"] {
            refused(super::pass, &document(kind), "/components/schemas/A/items/type");
        }
    }
}
