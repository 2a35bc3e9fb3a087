//! Takes the wrapper from an `allOf` of one reference.
//!
//! OpenAPI 3.0.3 ignores what stands beside a `$ref`, so a document that wants to say more wraps
//! the reference. typify would make another type of it, and the caller's ids would not fit.

use serde_json::Value;

use super::walk::{each_schema, referenced};
use super::{Lowered, Refusal};

/// What a wrapper may say without changing what the values are.
const SAYS_NO_TYPE: [&str; 12] = [
    "allOf",
    "title",
    "description",
    "default",
    "example",
    "deprecated",
    "readOnly",
    "writeOnly",
    "minLength",
    "maxLength",
    "pattern",
    "externalDocs",
];

pub fn pass(lowered: &mut Lowered) -> Result<(), Refusal> {
    each_schema(&mut lowered.document, &mut |schema| {
        if let Some(only) = only_reference(schema) {
            *schema = only;
        }
    });
    Ok(())
}

fn only_reference(schema: &Value) -> Option<Value> {
    let members = schema.as_object()?;
    let [only] = members.get("allOf")?.as_array()?.as_slice() else { return None };
    referenced(only)?;
    let bare = members.keys().all(|key| SAYS_NO_TYPE.contains(&key.as_str()));
    bare.then(|| only.clone())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_wrapped_reference_is_the_reference() {
        super::super::check(
            super::pass,
            "
components:
  schemas:
    A:
      properties:
        id: {allOf: [{$ref: '#/components/schemas/Id'}], maxLength: 128}
        both: {allOf: [{$ref: '#/components/schemas/Id'}], nullable: true}
    Id: {type: string}
",
            "
components:
  schemas:
    A:
      properties:
        id: {$ref: '#/components/schemas/Id'}
        both: {allOf: [{$ref: '#/components/schemas/Id'}], nullable: true}
    Id: {type: string}
",
        );
    }
}
