//! Merges alternative schemas: `oneOf`, `anyOf`, and several successful responses.

use mapping::extensions::EXTENSIBLE_ENUM;
use serde_json::{Map, Value, json};

use super::composer::Composer;
use super::keywords::{kind, nullable, properties, required, type_keywords};
use crate::lower::walk::target;

impl Composer<'_> {
    pub fn any_of(&mut self, mut alternatives: Vec<Value>) -> Value {
        let before = alternatives.len();
        let is_null =
            |schema: &Value| schema["nullable"] == true && type_keywords(schema).count() == 0;
        alternatives.retain(|alternative| !is_null(alternative));
        let is_nullable = alternatives.len() < before;
        alternatives.dedup();
        let merged = match alternatives.as_slice() {
            [only] => only.clone(),
            _ => {
                let resolved: Vec<Value> =
                    alternatives.iter().map(|alternative| self.resolve(alternative)).collect();
                let merged = self.of_kind(&resolved);
                if resolved.iter().any(|resolved| resolved["nullable"] == true) {
                    nullable(merged)
                } else {
                    merged
                }
            }
        };
        if is_nullable { nullable(merged) } else { merged }
    }

    fn of_kind(&mut self, alternatives: &[Value]) -> Value {
        let all = |kinds: &[&str]| {
            alternatives.iter().all(|schema| kind(schema).is_some_and(|kind| kinds.contains(&kind)))
        };
        match () {
            () if all(&["object"]) => self.object_of_any(alternatives),
            () if all(&["array"]) => {
                let items = alternatives.iter().map(|schema| schema["items"].clone());
                let items = items.reduce(|a, b| self.property_of_any(&a, &b));
                json!({ "type": "array", "items": items.unwrap_or_default() })
            }
            () if all(&["string"]) => string(alternatives),
            () if all(&["integer"]) => json!({ "type": "integer" }),
            () if all(&["integer", "number"]) => json!({ "type": "number" }),
            () if all(&["boolean"]) => json!({ "type": "boolean" }),
            () => json!({}),
        }
    }

    fn object_of_any(&mut self, alternatives: &[Value]) -> Value {
        let mut all: Map<String, Value> = Map::new();
        for (name, property) in alternatives.iter().flat_map(properties) {
            let property = match all.get(name) {
                Some(known) => self.property_of_any(known, property),
                None => property.clone(),
            };
            all.insert(name.clone(), property);
        }
        let first = alternatives.first().into_iter().flat_map(required);
        let names = first.filter(|name| {
            alternatives.iter().all(|schema| required(schema).any(|known| known == *name))
        });
        let names: Vec<Value> = names.cloned().collect();
        let mut object = json!({ "type": "object" });
        if !all.is_empty() {
            object["properties"] = Value::Object(all);
        }
        if !names.is_empty() {
            object["required"] = Value::Array(names);
        }
        if alternatives.iter().any(allows_others) {
            object["additionalProperties"] = json!({});
        }
        object
    }

    /// Merges the schemas of a property that two alternatives have.
    fn property_of_any(&mut self, a: &Value, b: &Value) -> Value {
        let (resolved_a, resolved_b) = (self.resolve(a), self.resolve(b));
        let named = target(a).is_some() || target(b).is_some();
        match () {
            () if target(a).is_some() && target(a) == target(b) => b.clone(),
            // Two named objects are not merged, because they may contain each other.
            () if named && kind(&resolved_a) == Some("object") => json!({}),
            () if kind(&resolved_a) == Some("array") && resolved_a != resolved_b && named => {
                json!({})
            }
            () => self.any_of(vec![a.clone(), b.clone()]),
        }
    }
}

/// Returns whether an object may have properties that its schema does not name.
fn allows_others(schema: &Value) -> bool {
    match &schema["additionalProperties"] {
        Value::Bool(is_allowed) => *is_allowed,
        Value::Null => names_no_properties(schema),
        _ => true,
    }
}

fn names_no_properties(schema: &Value) -> bool {
    properties(schema).next().is_none() && required(schema).next().is_none()
}

/// Returns a string with the values of all alternatives, if each has known values.
fn string(alternatives: &[Value]) -> Value {
    if alternatives.iter().any(|schema| schema["format"] == "password") {
        return json!({ "type": "string", "format": "password" });
    }
    let lists = alternatives
        .iter()
        .map(|schema| schema.get(EXTENSIBLE_ENUM).or_else(|| schema.get("enum"))?.as_array());
    let Some(lists) = lists.collect::<Option<Vec<_>>>() else { return json!({ "type": "string" }) };
    let mut values: Vec<&Value> = Vec::new();
    for value in lists.into_iter().flatten() {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    json!({ "type": "string", "enum": values })
}
