//! Makes optional arrays and maps nullable, to distinguish an empty one from an absent one.
//!
//! typify does not send an empty optional array or map, so callers could not clear one. A nullable
//! one becomes an `Option`, which is sent if it is set.

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for (name, property) in properties.into_iter().flatten() {
            let may_be_empty = property["type"] == "array" || property["type"] == "object";
            if may_be_empty && !required.iter().any(|required| required == name) {
                property["nullable"] = json!(true);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn optional_list_becomes_nullable() {
        check(
            super::pass,
            "
components:
  schemas:
    A:
      required: [names]
      properties: {names: {type: array}, tags: {type: array}, map: {type: object}, id: {}}
",
            "
components:
  schemas:
    A:
      required: [names]
      properties:
        names: {type: array}
        tags: {type: array, nullable: true}
        map: {type: object, nullable: true}
        id: {}
",
        );
    }
}
