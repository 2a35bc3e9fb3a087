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
            let description = schema.as_object_mut().and_then(|it| it.shift_remove("description"));
            *schema = json!({ "allOf": [schema.take()], "nullable": true });
            description.into_iter().for_each(|text| schema["description"] = text);
        }
        // The reference was nullable already.
        if let Some(inner) = schema.pointer_mut("/allOf/0").filter(|inner| is_wrapped(inner)) {
            let (inner, description) = (inner.take(), schema.get("description").cloned());
            *schema = inner;
            description.into_iter().for_each(|text| schema["description"] = text);
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
        one: {$ref: '#/components/schemas/B', description: A one.}
        two: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true, description: A two.}
    B: {type: object, nullable: true}
",
            "
components:
  schemas:
    A:
      properties:
        one: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true, description: A one.}
        two: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true, description: A two.}
    B: {type: object}
",
        );
    }
}
