//! Merges schemas that apply at once: `allOf`, and the keywords next to it.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::composer::Composer;
use super::keywords::{kind, properties, required, type_keywords};
use crate::lower::walk::target;

impl Composer<'_> {
    pub fn all_of(&mut self, a: Value, b: &Value) -> Value {
        let a = if target(&a).is_some() { self.resolve(&a) } else { a };
        let b = self.resolve(b);
        match (kind(&a), kind(&b)) {
            (None, _) => b,
            (_, None) => a,
            (Some("object"), Some("object")) => self.objects_of_all(a, &b),
            (Some("array"), Some("array")) => {
                let items = self.property_of_all(&a["items"], &b["items"]);
                json!({ "type": "array", "items": items })
            }
            (Some("integer"), Some("number")) => a,
            (Some("number"), Some("integer")) => b,
            (first, second) if first == second => override_with(a, &b),
            // No value is valid; any JSON accepts what the service sends nevertheless.
            _ => json!({}),
        }
    }

    fn objects_of_all(&mut self, mut a: Value, b: &Value) -> Value {
        // A part with `additionalProperties: false` does not know the properties of the other.
        let rest = [b, &a].map(|part| part["additionalProperties"].clone());
        let rest = rest.into_iter().find(Value::is_object);
        let mut take = |key| a.as_object_mut().and_then(|members| members.shift_remove(key));
        let (properties_of_a, names) = (take("properties"), take("required"));
        let mut merged = override_with(a, b);
        let mut all = match properties_of_a {
            Some(Value::Object(all)) => all,
            _ => Map::new(),
        };
        for (name, property) in properties(b) {
            let property = match all.get(name) {
                Some(known) => self.property_of_all(known, property),
                None => property.clone(),
            };
            all.insert(name.clone(), property);
        }
        if !all.is_empty() {
            merged["properties"] = Value::Object(all);
        }
        let mut names = match names {
            Some(Value::Array(names)) => names,
            _ => Vec::new(),
        };
        let known: HashSet<&Value> = names.iter().collect();
        let new: Vec<_> = required(b).filter(|name| !known.contains(name)).cloned().collect();
        names.extend(new);
        if !names.is_empty() {
            merged["required"] = Value::Array(names);
        }
        if let Some(rest) = rest {
            merged["additionalProperties"] = rest;
        }
        merged
    }

    /// Merges the two schemas of a property.
    fn property_of_all(&mut self, a: &Value, b: &Value) -> Value {
        let (resolved_a, resolved_b) = (self.resolve(a), self.resolve(b));
        match (target(a), target(b)) {
            (first, second) if first.is_some() && first == second => b.clone(),
            (Some(_), _) if adds_nothing_to(&resolved_b, &resolved_a) => a.clone(),
            (_, Some(_)) if adds_nothing_to(&resolved_a, &resolved_b) => b.clone(),
            // Two named objects are not merged, because they may contain each other.
            (Some(_), _) | (_, Some(_)) if kind(&resolved_a) == Some("object") => json!({}),
            _ => self.all_of(a.clone(), b),
        }
    }
}

/// Returns whether a schema adds nothing to the other but its type.
fn adds_nothing_to(schema: &Value, other: &Value) -> bool {
    type_keywords(schema).all(|key| key == "type") && [None, kind(other)].contains(&kind(schema))
}

/// Returns the keywords of both; the second overrides the first.
fn override_with(a: Value, b: &Value) -> Value {
    let secret = a["format"] == "password";
    let Value::Object(mut merged) = a else { return b.clone() };
    merged.extend(b.as_object().cloned().unwrap_or_default());
    if secret {
        merged.insert("format".to_owned(), json!("password"));
    }
    merged.shift_remove("additionalProperties");
    Value::Object(merged)
}
