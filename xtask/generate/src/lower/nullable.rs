//! Moves `nullable` from a named schema to the references to it.
//!
//! typify wraps a nullable named schema in another type; a nullable reference becomes an `Option`.

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
        // The reference was nullable already.
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
    fn references_become_nullable() {
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
