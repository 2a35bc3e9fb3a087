//! Keeps in `extra` the properties that have in Rust the name of another one.
//!
//! typify gives both the same field. A struct takes and gives back unchanged what its schema does
//! not name, through a field `extra`; a property of that name lives there too, then.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lowered::Lowered;
use super::walk::each_schema;
use mapping::snake;

const EXTRA: &str = "extra";

pub fn pass(lowered: &mut Lowered) {
    each_schema(&mut lowered.document, &mut |schema| {
        let names = names(schema);
        let mut fields = BTreeSet::new();
        let is_taken = |name: &&String| !fields.insert(snake(name));
        let mut moved: Vec<String> = names.iter().filter(is_taken).cloned().collect();
        if !moved.is_empty() || schema["additionalProperties"].is_object() {
            moved.extend(names.into_iter().filter(|name| snake(name) == EXTRA));
        }
        if !moved.is_empty() {
            move_out(schema, &moved);
        }
    })
}

/// The names for which typify writes a field: the properties, and what is required beside them.
fn names(schema: &Value) -> Vec<String> {
    let properties = schema["properties"].as_object();
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let beside = required.filter(|name| properties.is_none_or(|all| !all.contains_key(*name)));
    let names = properties.into_iter().flatten().map(|(name, _)| name.as_str());
    names.chain(beside).map(str::to_owned).collect()
}

fn move_out(schema: &mut Value, moved: &[String]) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.retain(|name, _| !moved.contains(name));
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !moved.iter().any(|moved| name == moved));
    }
    schema["additionalProperties"] = json!({});
}

#[cfg(test)]
mod tests {
    use crate::lower::case::check;

    #[test]
    fn a_name_that_is_taken_goes_to_the_others() {
        check(
            super::pass,
            "
components:
  schemas:
    A: {required: [ID, x], properties: {id: {}, ID: {}, x: {}, Extra: {}}}
    B: {properties: {extra: {}, b: {}}, additionalProperties: {type: string}}
    C: {properties: {extra: {}}}
    D: {required: [id, name], properties: {Id: {}}}
",
            "
components:
  schemas:
    A: {required: [x], properties: {id: {}, x: {}}, additionalProperties: {}}
    B: {properties: {b: {}}, additionalProperties: {}}
    C: {properties: {extra: {}}}
    D: {required: [name], properties: {Id: {}}, additionalProperties: {}}
",
        );
    }
}
