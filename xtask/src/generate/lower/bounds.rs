//! Takes away what would change a Rust type although the values stay what they are.
//!
//! typify makes another type of a string as soon as it has a `pattern`, of an integer with a
//! `minimum`, of an optional field with a `default`. The service checks its bounds; a bound that
//! is added to the document shall not break the callers' code.

use serde_json::Value;

use super::walk::each_schema;
use super::{Lowered, Refusal};

const KEYWORDS: [&str; 15] = [
    "default",
    "example",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "uniqueItems",
];

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    each_schema(&mut lowered.document, &mut |schema| {
        let Some(members) = schema.as_object_mut() else { return };
        members.retain(|key, _| !KEYWORDS.contains(&key.as_str()));
        if members.get("type").and_then(Value::as_str) == Some("string") {
            members.shift_remove("format");
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_type_alone_stays() {
        super::super::check(
            super::pass,
            "
components:
  schemas:
    A:
      properties:
        name: {type: string, pattern: ^a, maxLength: 255, default: a}
        at: {type: string, format: date-time}
        n: {type: integer, format: int32, minimum: 1}
        pattern: {type: array, minItems: 1, items: {type: string, minLength: 1}}
",
            "
components:
  schemas:
    A:
      properties:
        name: {type: string}
        at: {type: string}
        n: {type: integer, format: int32}
        pattern: {type: array, items: {type: string}}
",
        );
    }
}
