//! Replaces named strings with known values by open enums, which also hold other values.
//!
//! With a closed enum, a new value of the service makes the client fail to parse the response, and a
//! value that is added to the document breaks callers that match on the type.

use std::collections::HashSet;

use mapping::extensions::EXTENSIBLE_ENUM;
use serde_json::Value;

use super::lowered::{Lowered, Replacement};
use super::walk::schemas;

pub fn pass(lowered: &mut Lowered) {
    let Lowered { document, replaced, .. } = lowered;
    for (name, schema) in schemas(document) {
        if let Some(values) = values(schema) {
            replaced.insert(name.clone(), Replacement::OpenEnum(values));
        }
    }
}

fn values(schema: &Value) -> Option<Vec<String>> {
    if schema["type"] != "string" {
        return None;
    }
    let list = schema.get(EXTENSIBLE_ENUM).or_else(|| schema.get("enum"))?.as_array()?;
    let mut known = HashSet::new();
    let values = list.iter().filter_map(Value::as_str).filter(|value| known.insert(*value));
    let values: Vec<String> = values.map(str::to_owned).collect();
    (!values.is_empty()).then_some(values)
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    use crate::lower::lowered::Replacement;

    #[test]
    fn string_with_known_values_becomes_an_open_enum() {
        let document = "
components:
  schemas:
    Type: {type: string, x-extensible-enum: [APIC, IAM, APIC]}
    Kind: {type: string, enum: [x]}
    Count: {type: integer, enum: [1]}
";
        let replaced = check(super::pass, document, document);
        let open = |values: &[&str]| {
            Replacement::OpenEnum(values.iter().map(|value| (*value).to_owned()).collect())
        };
        assert_eq!(replaced.len(), 2);
        assert_eq!(replaced["Type"], open(&["APIC", "IAM"]));
        assert_eq!(replaced["Kind"], open(&["x"]));
    }
}
