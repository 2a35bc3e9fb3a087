//! What fits one of several schemas: `oneOf`, `anyOf`, and several kinds of success.

use serde_json::{Map, Value, json};

use super::composer::Composer;
use super::keywords::{kind, nulled, properties, required, says};
use crate::lower::walk::target;

impl Composer<'_> {
    pub fn any_of(&mut self, mut alternatives: Vec<Value>) -> Value {
        let before = alternatives.len();
        let is_null = |schema: &Value| schema["nullable"] == true && says(schema).count() == 0;
        alternatives.retain(|alternative| !is_null(alternative));
        let nullable = alternatives.len() < before;
        alternatives.dedup();
        let united = match alternatives.as_slice() {
            [only] => only.clone(),
            _ => {
                let meant: Vec<Value> =
                    alternatives.iter().map(|alternative| self.meant(alternative)).collect();
                let united = self.of_kind(&meant);
                if meant.iter().any(|meant| meant["nullable"] == true) {
                    nulled(united)
                } else {
                    united
                }
            }
        };
        if nullable { nulled(united) } else { united }
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
        if alternatives.iter().any(is_free) {
            object["additionalProperties"] = json!({});
        }
        object
    }

    /// A property that two alternatives describe.
    fn property_of_any(&mut self, a: &Value, b: &Value) -> Value {
        let (meant_a, meant_b) = (self.meant(a), self.meant(b));
        let named = target(a).is_some() || target(b).is_some();
        match () {
            () if target(a).is_some() && target(a) == target(b) => b.clone(),
            // Two named objects are not mixed: they may hold each other.
            () if named && kind(&meant_a) == Some("object") => json!({}),
            () if kind(&meant_a) == Some("array") && meant_a != meant_b && named => json!({}),
            () => self.any_of(vec![a.clone(), b.clone()]),
        }
    }
}

/// Whether an object may have properties that its schema does not name.
fn is_free(schema: &Value) -> bool {
    match &schema["additionalProperties"] {
        Value::Bool(free) => *free,
        Value::Null => says_nothing_of_properties(schema),
        _ => true,
    }
}

fn says_nothing_of_properties(schema: &Value) -> bool {
    properties(schema).next().is_none() && required(schema).next().is_none()
}

/// A text of any of the lists, if each alternative has one.
fn string(alternatives: &[Value]) -> Value {
    if alternatives.iter().any(|schema| schema["format"] == "password") {
        return json!({ "type": "string", "format": "password" });
    }
    let lists = alternatives
        .iter()
        .map(|schema| schema.get("x-extensible-enum").or_else(|| schema.get("enum"))?.as_array());
    let Some(lists) = lists.collect::<Option<Vec<_>>>() else { return json!({ "type": "string" }) };
    let mut values: Vec<&Value> = Vec::new();
    for value in lists.into_iter().flatten() {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    json!({ "type": "string", "enum": values })
}
