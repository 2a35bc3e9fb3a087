//! Gives integers a format that holds their bounds.
//!
//! typify reads the bounds as doubles; here they are exact. A bound decides the type only if the type
//! of the format does not hold it, because the client would lose values at the bound.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        if schema["type"] == "integer" {
            widen(schema);
        }
    });
}

fn widen(schema: &mut Value) {
    let bound = |key| schema.get(key).filter(|bound| bound.is_number()).map(Value::to_string);
    let (minimum, maximum) = (bound("minimum"), bound("maximum"));
    let format = schema["format"].as_str().unwrap_or_default();
    let is_held = |ty: &&str| Some(*ty) == mapping::integer(format, None, None);
    match mapping::integer(format, minimum.as_deref(), maximum.as_deref()) {
        Some(ty) if is_held(&ty) => {}
        Some("u64") => schema["format"] = json!("uint64"),
        Some(_) => schema["format"] = json!("int64"),
        // Any JSON holds all integers of 64 bits, with and without a sign.
        None => {
            schema.as_object_mut().map(|keywords| keywords.shift_remove("type"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn integer_holds_its_bounds() {
        check(
            super::pass,
            "
components:
  schemas:
    A: {type: integer, format: int32, maximum: 5}
    B: {type: integer, format: int32, maximum: 5000000000}
    C: {type: integer, maximum: 18446744073709551615}
    D: {type: integer, minimum: -1, maximum: 18446744073709551615}
    E: {type: number, maximum: 18446744073709551615, description: A price.}
    F: {type: number}
",
            "
components:
  schemas:
    A: {type: integer, format: int32, maximum: 5}
    B: {type: integer, format: int64, maximum: 5000000000}
    C: {type: integer, maximum: 18446744073709551615, format: uint64}
    D: {minimum: -1, maximum: 18446744073709551615}
    E: {type: number, maximum: 18446744073709551615, description: A price.}
    F: {type: number}
",
        );
    }
}
