//! Moves properties whose name in Rust is taken by another property to `extra`.
//!
//! typify would give both the same field. A struct keeps properties that its schema does not name in
//! a field `extra`; a property that is called `extra` itself is then kept there, too.

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

/// Returns the names for which typify generates a field: those of `properties` and `required`.
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
    fn property_whose_name_is_taken_moves_to_extra() {
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
