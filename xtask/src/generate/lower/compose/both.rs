//! What fits two schemas at once: `allOf`, and what stands beside it.

use serde_json::{Map, Value, json};

use super::{Composer, kind, properties, required};
use crate::generate::lower::walk::target;

impl Composer<'_> {
    pub(super) fn both(&mut self, a: &Value, b: &Value) -> Value {
        let (a, b) = (self.meant(a), self.meant(b));
        match (kind(&a), kind(&b)) {
            (None, _) => b,
            (_, None) => a,
            (Some("object"), Some("object")) => self.objects_of_both(&a, &b),
            (Some("array"), Some("array")) => {
                let items = self.property_of_both(&a["items"], &b["items"]);
                json!({ "type": "array", "items": items })
            }
            (Some("integer"), Some("number")) => a,
            (Some("number"), Some("integer")) => b,
            (first, second) if first == second => over(&a, &b),
            // No value fits; a service that sends one nevertheless is understood.
            _ => json!({}),
        }
    }

    fn objects_of_both(&mut self, a: &Value, b: &Value) -> Value {
        let mut merged = over(a, b);
        let mut all: Map<String, Value> =
            properties(a).map(|(name, property)| (name.clone(), property.clone())).collect();
        for (name, property) in properties(b) {
            let property = match all.get(name) {
                Some(known) => self.property_of_both(known, property),
                None => property.clone(),
            };
            all.insert(name.clone(), property);
        }
        if !all.is_empty() {
            merged["properties"] = Value::Object(all);
        }
        let mut names: Vec<Value> = required(a).cloned().collect();
        names.extend(required(b).filter(|name| !required(a).any(|known| known == *name)).cloned());
        if !names.is_empty() {
            merged["required"] = Value::Array(names);
        }
        // What is forbidden to one part is allowed by the other.
        for part in [a, b] {
            if part["additionalProperties"].is_object() {
                merged["additionalProperties"] = part["additionalProperties"].clone();
            }
        }
        merged
    }

    /// A property that both describe.
    fn property_of_both(&mut self, a: &Value, b: &Value) -> Value {
        let (meant_a, meant_b) = (self.meant(a), self.meant(b));
        match (target(a), target(b)) {
            (first, second) if first.is_some() && first == second => b.clone(),
            (Some(_), _) if says_nothing_beside(&meant_b, &meant_a) => a.clone(),
            (_, Some(_)) if says_nothing_beside(&meant_a, &meant_b) => b.clone(),
            // Two named objects are not mixed: they may hold each other.
            (Some(_), _) | (_, Some(_)) if kind(&meant_a) == Some("object") => json!({}),
            _ => self.both(a, b),
        }
    }
}

/// Whether a schema says no more than the kind of the other, if that.
fn says_nothing_beside(schema: &Value, other: &Value) -> bool {
    super::says(schema).all(|key| key == "type") && [None, kind(other)].contains(&kind(schema))
}

/// The keywords of both; what both say, the second says.
fn over(a: &Value, b: &Value) -> Value {
    let mut merged = a.as_object().cloned().unwrap_or_default();
    let secret = a["format"] == "password";
    merged.extend(b.as_object().cloned().unwrap_or_default());
    if secret {
        merged.insert("format".to_owned(), json!("password"));
    }
    merged.shift_remove("additionalProperties");
    Value::Object(merged)
}
