//! Tells a list that is empty from one that is absent.
//!
//! typify leaves an optional list or map away when it is empty, and no caller could clear one; as
//! an `Option` it is sent when it is there.

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
    fn an_optional_list_is_an_option() {
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
