//! What fits two schemas at once: `allOf`, and what stands beside it.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::composer::Composer;
use super::keywords::{kind, properties, required, says};
use crate::lower::walk::target;

impl Composer<'_> {
    pub fn all_of(&mut self, a: Value, b: &Value) -> Value {
        let a = if target(&a).is_some() { self.meant(&a) } else { a };
        let b = self.meant(b);
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
            (first, second) if first == second => over(a, &b),
            // No value fits; a service that sends one nevertheless is understood.
            _ => json!({}),
        }
    }

    fn objects_of_all(&mut self, mut a: Value, b: &Value) -> Value {
        // What is forbidden to one part is allowed by the other.
        let rest = [b, &a].map(|part| part["additionalProperties"].clone());
        let rest = rest.into_iter().find(Value::is_object);
        let mut take = |key| a.as_object_mut().and_then(|members| members.shift_remove(key));
        let (properties_of_a, names) = (take("properties"), take("required"));
        let mut merged = over(a, b);
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

    /// A property that both describe.
    fn property_of_all(&mut self, a: &Value, b: &Value) -> Value {
        let (meant_a, meant_b) = (self.meant(a), self.meant(b));
        match (target(a), target(b)) {
            (first, second) if first.is_some() && first == second => b.clone(),
            (Some(_), _) if says_nothing_beside(&meant_b, &meant_a) => a.clone(),
            (_, Some(_)) if says_nothing_beside(&meant_a, &meant_b) => b.clone(),
            // Two named objects are not mixed: they may hold each other.
            (Some(_), _) | (_, Some(_)) if kind(&meant_a) == Some("object") => json!({}),
            _ => self.all_of(a.clone(), b),
        }
    }
}

/// Whether a schema says no more than the kind of the other, if that.
fn says_nothing_beside(schema: &Value, other: &Value) -> bool {
    says(schema).all(|key| key == "type") && [None, kind(other)].contains(&kind(schema))
}

/// The keywords of both; what both say, the second says.
fn over(a: Value, b: &Value) -> Value {
    let secret = a["format"] == "password";
    let Value::Object(mut merged) = a else { return b.clone() };
    merged.extend(b.as_object().cloned().unwrap_or_default());
    if secret {
        merged.insert("format".to_owned(), json!("password"));
    }
    merged.shift_remove("additionalProperties");
    Value::Object(merged)
}
