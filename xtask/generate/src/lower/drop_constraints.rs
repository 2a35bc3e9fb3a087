//! Removes all keywords of a schema that do not decide its type in Rust.
//!
//! typify generates another type for a string with a `pattern`, an integer with a `minimum` or an
//! optional field with a `default`, and panics on an unexpected `format`. The service checks its
//! constraints; a constraint that is added to the document must not break callers.

use serde_json::{Map, Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        let kind = schema["type"].as_str().unwrap_or_default().to_owned();
        let Some(members) = schema.as_object_mut() else { return };
        match kind.as_str() {
            "integer" => fit_bounds(members),
            "number" => say_precision(members),
            _ => {}
        }
        members.retain(|key, value| is_kept(&kind, key, value));
    })
}

/// Replaces a format whose type does not hold the bounds of an integer.
fn fit_bounds(members: &mut Map<String, Value>) {
    let bound = |key| members.get(key).filter(|bound| bound.is_number()).map(Value::to_string);
    let (minimum, maximum) = (bound("minimum"), bound("maximum"));
    let format = members.get("format").and_then(Value::as_str).unwrap_or_default();
    let fitting = mapping::integer_format(format, minimum.as_deref(), maximum.as_deref());
    if fitting != format {
        let fitting = json!(fitting);
        members.insert("format".to_owned(), fitting);
    }
}

/// Adds to the description of a decimal how much of it is kept.
fn say_precision(members: &mut Map<String, Value>) {
    let description = members.get("description").and_then(Value::as_str).unwrap_or_default();
    let description = format!("{description}\n\nHas double precision (`f64`).");
    members.insert("description".to_owned(), json!(description.trim_start()));
}

/// Returns whether a keyword decides the type in Rust of a schema of this `type`.
fn is_kept(kind: &str, key: &str, value: &Value) -> bool {
    match key {
        "$ref" | "allOf" | "type" => true,
        "description" => value.is_string(),
        "nullable" => *value == json!(true),
        "format" => kind == "integer",
        "items" => kind == "array",
        "properties" | "required" => kind == "object",
        // The client does not check whether other properties are allowed.
        "additionalProperties" => kind == "object" && value.is_object(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn only_keywords_of_the_type_are_kept() {
        check(
            super::pass,
            "
components:
  schemas:
    A:
      type: object
      title: Another
      additionalProperties: false
      properties:
        name: {type: string, pattern: ^a, maxLength: 255, default: a, nullable: true}
        at: {type: string, format: date-time}
        n: {type: integer, format: int32, minimum: 1}
        wide: {type: integer, format: int32, maximum: 4294967295}
        large: {type: integer, maximum: 18446744073709551615}
        share: {type: number, format: float}
        pattern: {type: array, minItems: 1, items: {type: string, minLength: 1}}
        map: {type: object, additionalProperties: {type: string, title: T}}
",
            "
components:
  schemas:
    A:
      type: object
      properties:
        name: {type: string, nullable: true}
        at: {type: string}
        n: {type: integer, format: int32}
        wide: {type: integer, format: int64}
        large: {type: integer, format: uint64}
        share: {type: number, description: Has double precision (`f64`).}
        pattern: {type: array, items: {type: string}}
        map: {type: object, additionalProperties: {type: string}}
",
        );
    }
}
