//! Leaves of a schema only what makes a type.
//!
//! typify makes another type of a string as soon as it has a `pattern`, of an integer with a
//! `minimum`, of an optional field with a `default`, and panics on a `format` where it expects
//! none. The service checks its bounds; a bound that is added to the document shall not break the
//! callers' code.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        let kind = schema["type"].as_str().unwrap_or_default().to_owned();
        let Some(members) = schema.as_object_mut() else { return };
        members.retain(|key, value| is_kept(&kind, key, value));
    })
}

/// Whether a keyword is part of the type of values of this kind.
fn is_kept(kind: &str, key: &str, value: &Value) -> bool {
    match key {
        "$ref" | "allOf" | "type" => true,
        "description" => value.is_string(),
        "nullable" => *value == json!(true),
        "format" => kind == "integer",
        "items" => kind == "array",
        "properties" | "required" => kind == "object",
        // Whether there may be more is not for the client to judge.
        "additionalProperties" => kind == "object" && value.is_object(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn the_type_alone_stays() {
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
        share: {type: number}
        pattern: {type: array, items: {type: string}}
        map: {type: object, additionalProperties: {type: string}}
",
        );
    }
}
