//! Lets null be where a reference stands, not in what it leads to.
//!
//! typify wraps a named schema that may be null in another type; a reference becomes an `Option`.

use std::collections::BTreeSet;

use serde_json::json;

use super::walk::{each_schema, referenced, roots};
use super::{Lowered, Refusal};

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    let mut nullable = BTreeSet::new();
    roots(&mut lowered.document, &mut |pointer, schema| {
        if let (Some(name), Some(members)) =
            (pointer.strip_prefix("/components/schemas/"), schema.as_object_mut())
            && members.shift_remove("nullable") == Some(json!(true))
        {
            nullable.insert(name.to_owned());
        }
        Ok(())
    })?;
    each_schema(&mut lowered.document, &mut |pointer, schema| {
        let is_wrapped = pointer.ends_with("/allOf/0");
        if !is_wrapped && referenced(schema).is_some_and(|name| nullable.contains(name)) {
            *schema = json!({ "allOf": [schema.take()], "nullable": true });
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reference_may_be_null() {
        super::super::check(
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
