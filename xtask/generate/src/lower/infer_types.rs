//! Adds the `type` that the keywords of a schema imply.
//!
//! typify guesses a missing type, and panics on schemas for which it cannot.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;

const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut infer);
}

fn infer(schema: &mut Value) {
    // For example an empty value in YAML.
    if !schema.is_object() {
        *schema = json!({});
    }
    let Some(members) = schema.as_object_mut() else { return };
    if members.contains_key("$ref") {
        // OpenAPI 3.0.3 ignores keywords next to `$ref`.
        members.retain(|key, _| key == "$ref");
        return;
    }
    if !members.get("type").is_some_and(|ty| TYPES.iter().any(|known| ty == known)) {
        match implied(members) {
            Some(ty) => members.insert("type".to_owned(), json!(ty)),
            None => members.shift_remove("type"),
        };
    }
    normalize_enum(members);
    // typify forgets the others where there are properties, unless they have a schema.
    if members.get("additionalProperties") == Some(&json!(true)) {
        members.insert("additionalProperties".to_owned(), json!({}));
    }
    if !members.get("required").is_none_or(Value::is_array) {
        members.shift_remove("required");
    }
}

/// Returns the type to which the keywords and the values of a schema apply.
fn implied(members: &Map<String, Value>) -> Option<&'static str> {
    let listed = members.get("enum").and_then(Value::as_array);
    let all = |is: fn(&Value) -> bool| {
        listed.is_some_and(|values| !values.is_empty() && values.iter().all(is))
    };
    if let Some(ty) = implied_by_keywords(|key| members.contains_key(key)) {
        return Some(ty);
    }
    match () {
        () if all(|value| value.is_string() || value.is_null()) => Some("string"),
        () if all(Value::is_i64) => Some("integer"),
        () if all(Value::is_number) => Some("number"),
        () if all(Value::is_boolean) => Some("boolean"),
        () => None,
    }
}

/// Returns the type to which the keywords of a schema apply.
pub fn implied_by_keywords(has: impl Fn(&str) -> bool) -> Option<&'static str> {
    match () {
        () if has("properties") || has("additionalProperties") || has("required") => Some("object"),
        () if has("items") => Some("array"),
        () => None,
    }
}

/// Keeps `enum` only for strings, with each value as a string.
fn normalize_enum(members: &mut Map<String, Value>) {
    let is_string = members.get("type").is_some_and(|ty| ty == "string");
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
    use crate::lower::case::check;

    #[test]
    fn schemas_get_the_type_that_their_keywords_imply() {
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
        odd: {type: file}
        to: {$ref: '#/components/schemas/A', description: ignored}
        both: {oneOf: [{type: boolean, enum: [true]}, {}]}
",
            "
components:
  schemas:
    A:
      properties:
        list: {items: {type: string, nullable: true, enum: [a]}, type: array}
        map: {additionalProperties: {}, type: object}
        n: {type: integer}
        code: {type: string, enum: ['1', b]}
        any: {}
        odd: {}
        to: {$ref: '#/components/schemas/A'}
        both: {oneOf: [{type: boolean}, {}]}
      type: object
",
        );
    }
}
