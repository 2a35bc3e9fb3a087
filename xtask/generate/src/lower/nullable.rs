//! Lets null be where a reference stands, not in what it leads to.
//!
//! typify wraps a named schema that may be null in another type; a reference becomes an `Option`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::{each_schema, referenced, schemas};

pub fn pass(lowered: &mut Lowered) {
    let mut nullable = BTreeSet::new();
    for (name, schema) in schemas(&mut lowered.document) {
        let members = schema.as_object_mut();
        if members.and_then(|members| members.shift_remove("nullable")) == Some(json!(true)) {
            nullable.insert(name.clone());
        }
    }
    each_schema(&mut lowered.document, &mut |schema| {
        if referenced(schema).is_some_and(|name| nullable.contains(name)) {
            *schema = json!({ "allOf": [schema.take()], "nullable": true });
        }
        // It was wrapped before.
        if let Some(inner) = schema.pointer_mut("/allOf/0").filter(|inner| is_wrapped(inner)) {
            *schema = inner.take();
        }
    });
}

fn is_wrapped(schema: &Value) -> bool {
    schema.get("allOf").is_some()
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn the_reference_may_be_null() {
        check(
            super::pass,
            "
components:
  schemas:
    A:
      properties:
        one: {$ref: '#/components/schemas/B'}
        two: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}
    B: {type: object, nullable: true}
",
            "
components:
  schemas:
    A:
      properties:
        one: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}
        two: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}
    B: {type: object}
",
        );
    }
}
